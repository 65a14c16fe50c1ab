import { expect, test } from '@jest/globals'
import { capitalized, plainText } from '../../src/model/text.ts'

test.each([
  ['it ended with exit code 107', 'It ended with exit code 107'],
  ['k6 ended with exit code 107', 'k6 ended with exit code 107'],
  ['p95 is slower', 'p95 is slower'],
])('"%s" begins a line as "%s"', (words, written) => {
  expect(plainText(capitalized([{ words }]))).toBe(written)
})

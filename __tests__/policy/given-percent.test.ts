import { expect, test } from '@jest/globals'
import { givenPercent } from '../../src/policy/given-percent.ts'

test.each([
  ['7%', 0.07],
  [' 5% ', 0.05],
  [null, null],
  [undefined, null],
])('%j is %j', (given, ratio) => {
  expect(givenPercent('--max-regression', given)).toBe(ratio)
})

test.each([' ', '5', '105%', 'NaN', '-5%', '1e999%'])('%j is refused', (given) => {
  expect(() => givenPercent('The input `max-regression`', given)).toThrow(
    `The input \`max-regression\` cannot be "${given}": `,
  )
})

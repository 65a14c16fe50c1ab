import { expect, test } from '@jest/globals'
import { readExitCode } from '../../src/results/exit-code.ts'

test.each([
  ['0\n', 0],
  ['99', 99],
])('%j is usable', (text, code) => {
  expect(readExitCode(text)).toEqual({ kind: 'usable', code })
})

test.each([
  ['97', 'the test failed in Grafana Cloud'],
  ['98', 'could not get the progress'],
  ['100', 'setup() took too long'],
  ['101', 'teardown() took too long'],
  ['102', 'gave up waiting'],
  ['103', 'through the REST API'],
  ['104', 'the options of the test are not valid'],
  ['105\r\n', 'k6 was interrupted'],
  ['106', 'could not start its REST API'],
  ['107', 'the script threw an error'],
  ['108', 'test.abort()'],
  ['109', 'k6 itself crashed'],
  ['110', 'test.fail()'],
  ['137', 'k6 was killed'],
  ['143', 'asked to stop'],
  ['1', 'which is not an exit code of k6'],
  ['', 'holds "", not one number'],
  ['-1', 'holds "-1", not one number'],
  ['0 0', 'not one number'],
])('%j is not: %s', (text, meaning) => {
  const code = readExitCode(text)
  expect(code.kind === 'unusable' && code.problem).toContain(meaning)
})

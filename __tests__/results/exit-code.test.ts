import { expect, test } from '@jest/globals'
import { K6 } from '../../src/formats/k6-tool.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { isExitCodeName, readExitCode } from '../../src/results/exit-code.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

test.each([
  ['0\n', { code: 0 }],
  ['99', { code: 99, missedGoals: true }],
])('%j is usable', (text, read) => {
  expect(readExitCode(text, K6)).toEqual({ kind: 'usable', ...read })
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
  const code = readExitCode(text, K6)
  expect(code.kind === 'unusable' && plainOf(code.problem)).toContain(meaning)
})

test.each([
  'exit-code',
  'exit-code.txt',
  'exit_code',
  'exitcode',
  'EXIT_CODE',
  'ExitCode.txt',
  'exit code.txt',
  'exit-status',
  'k6.exitcode',
  'k6-exit-code',
  'checkout-exit-code.txt',
  'k6.rc',
  'rc',
  'exit',
  'return_code',
])('%s is an exit code', (name) => {
  expect(isExitCodeName(name)).toBe(true)
})

test.each([
  'exit-code.md',
  'exit-code.sh',
  'exit-codes.txt',
  'exit.log',
  '.bashrc',
  'my.rc',
  'before-exit',
  'code',
  'summary.json',
])('%s is not', (name) => {
  expect(isExitCodeName(name)).toBe(false)
})

const SUMMARY = fixtureBytes('mask.0.summary-export.k6-v2.2.0.json')
const OPTIONS = { formats: FORMATS, defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const

async function collect(exitCodes: Readonly<Record<string, string>>) {
  const beside = Object.entries(exitCodes).map(([name, text]) => aFile(text, `cart/run-1/${name}`))
  const { runs, refusals } = await collectRuns([aFile(SUMMARY, 'cart/run-1/summary.json'), ...beside], OPTIONS)
  return {
    code: runs[0]?.exitCode,
    notes: runs[0]?.run.notes.map(plainOf),
    problem: refusals[0] && plainOf(refusals[0].problem),
  }
}

test('a file with another name is read as an exit code, and a note names it', async () => {
  expect(await collect({ exitcode: '99\n' })).toEqual({
    code: 99,
    notes: ['exitcode was read as the file exit-code.'],
    problem: undefined,
  })
  expect((await collect({ 'exit_code.txt': '105' })).problem).toMatch(
    /^exit_code\.txt was read as the file exit-code\. k6 ended with exit code 105: k6 was interrupted/,
  )
  expect((await collect({ exit_status: 'fine' })).problem).toContain('The file exit-code holds "fine", not one number.')
})

test('PowerShell writes UTF-16', async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('105\r\n', 'utf16le')])
  const files = [aFile(SUMMARY, 'cart/run-1/summary.json'), aFile(utf16, 'cart/run-1/exit-code')]
  const { refusals } = await collectRuns(files, OPTIONS)
  expect(plainOf(refusals[0]?.problem)).toMatch(/^k6 ended with exit code 105/)
})

test('of two exit codes, the worse is used', async () => {
  expect((await collect({ 'exit-code': '0', 'exit-code.txt': '99' })).code).toBe(99)
  expect((await collect({ 'exit-code': '0', 'exit-code.txt': '108' })).problem).toContain('exit code 108')
})

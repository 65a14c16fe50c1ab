import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The test files that a configuration of Jest runs. */
function testsOf(config: string): readonly string[] {
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--config',
    config,
    '--listTests',
    '--json',
  ]
  return JSON.parse(execFileSync(execPath, jest, { cwd: ROOT, encoding: 'utf8' })) as string[]
}

test('every test file is run by exactly one suite', () => {
  const suites = ['', '.hostile', '.e2e', '.live', '.scheduled']
  const run = suites.map((suite) => `jest${suite}.config.mjs`).flatMap(testsOf)
  const files = readdirSync(join(ROOT, '__tests__'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(ROOT, '__tests__', name))
  expect(run.toSorted()).toEqual(files.toSorted())
})

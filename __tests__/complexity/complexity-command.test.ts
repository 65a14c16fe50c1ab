import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { complexity } from '../../src/commands/complexity.ts'
import { REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'

const fixture = (name: string) => join(REPOSITORY_ROOT, '__tests__/fixtures/complexity', name)

test('prints the report of a pure split, and writes it as JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-complexity-'))
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const json = join(folder, 'c.json')
  const exitCode = await complexity([
    '--before',
    fixture('before.gocyclo.txt'),
    '--after',
    fixture('after.gocyclo.txt'),
    '--json',
    json,
  ])
  const printed = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()
  expect(exitCode).toBe(0)
  expect(printed).toBe(`## Complexity

**8 → 8 branch points (0.0 %) in 1 changed file.**

| | Before | After | Change |
|---|---:|---:|---:|
| Branch points | 8 | 8 | 0.0 % |
| Functions | 2 | 3 | +50.0 % |
| Mean | 5 | 3.667 | -26.7 % |
| p90 | 8 | 6 | -25.0 % |
| Largest | 8 | 6 | -25.0 % |
| Functions over 10 | 0 | 0 |  |

| Changed most | File | Before | After |
|---|---|---:|---:|
| \`queue.(item).before\` | \`src/queue.go\` | new | 3 |
| \`queue.Pick\` | \`src/queue.go\` | 8 | 6 |

Counted by \`gocyclo\`. Splitting a function lowers the mean and the largest, and leaves the branch points as they are.
`)
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    schemaVersion: 1,
    tool: 'gocyclo',
    changed: { before: { branchPoints: 8 }, after: { branchPoints: 8 }, changeRatio: 0 },
  })
  await rm(folder, { recursive: true })
})

test('a file that is not there is an error with its flag', async () => {
  await expect(complexity(['--before', fixture('before.gocyclo.txt'), '--after', 'nowhere'])).rejects.toThrow(
    /nowhere cannot be read \(ENOENT\)\. Check the path after --after\./,
  )
  await expect(complexity(['--before', 'x'])).rejects.toThrow(/x cannot be read|--after is missing/)
})

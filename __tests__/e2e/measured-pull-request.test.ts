import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/* The results of `perf-gate measure`, uploaded as an artifact and judged by the Action, get the same verdict as on the laptop. */

const STAND_INS = join(REPOSITORY_ROOT, '__tests__/measure/stand-ins')

let stage: TwoWorkflows
let folder: string

beforeAll(async () => {
  stage = await startTwoWorkflows()
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-measured-'))
  writeFileSync(join(folder, 'k6'), `#!/bin/sh\nexec ${execPath} ${STAND_INS}/k6.mjs "$@"\n`)
  chmodSync(join(folder, 'k6'), 0o755)
})

afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true })
})

/** The files of a measurement, without the tested commit, because the played repository has other commits. */
function measuredFiles(results: string): Readonly<Record<string, Uint8Array>> {
  const paths = globSync('**/*', { cwd: results }).filter((path) => /\/run-\d+\/[^/]+$/.test(path))
  return Object.fromEntries(
    paths.map((path) => {
      const bytes = readFileSync(join(results, path))
      if (!path.endsWith('/run.json')) return [path, bytes]
      return [path, Buffer.from(JSON.stringify({ ...JSON.parse(bytes.toString()), testedCommit: null }))]
    }),
  )
}

test.each([
  ['1.2', 1, /^fail$/, /^failure: Blocked: /],
  // The processor time of this short load may differ by chance, which gives a warning.
  ['1.0', 0, /^(?:pass|warn)$/, /^success: /],
] as const)('a version that takes %s times as long', async (factor, exitCode, outcome, status) => {
  const start = (slower: string) => `${execPath} ${STAND_INS}/service.mjs {port} factor=${slower}`
  mkdirSync(join(folder, '.github'), { recursive: true })
  writeFileSync(
    join(folder, 'measure.yml'),
    `version: 1
services:
  checkout:
    baseline: { start: '${start('1')}' }
    candidate: { start: '${start(factor)}' }
    load: ./k6 run load.js
`,
  )
  const measured = await runCli(['measure', 'measure.yml', '--pairs', '5', '--force'], {
    folder,
    env: { HOME: folder },
  })
  expect(measured.exitCode).toBe(exitCode)
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, measuredFiles(join(folder, 'perf-results/checkout')))
  const judged = await stage.workflowRun(runId)
  expect(judged.outputs).toMatchObject({ outcome: expect.stringMatching(outcome), blocked: String(exitCode === 1) })
  expect(await stage.status(number)).toMatch(status)
  const report = await stage.report(number)
  expect(report).toContain('5 pairs, in turns on the same machine')
  expect(report).toContain('`max` of `memory`')
})

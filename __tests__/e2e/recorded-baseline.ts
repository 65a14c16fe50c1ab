import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { GitHub } from './github/start-github.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** Pushes a baseline of five real runs to the branch where the Action keeps baselines, as `perf-gate record` writes it. */
export async function pushRecordedBaseline(github: GitHub): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-baseline-'))
  const example = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout/baseline')
  // The run.json files are left out, because the files of `recordedResults` have none. If only one side names its script, the
  // scripts count as different.
  await cp(example, join(folder, 'results/checkout'), { recursive: true, filter: (path) => !path.endsWith('run.json') })
  const args = ['--store', 'store', '--results', 'results', '--commit', 'a'.repeat(40)]
  expect(await runCli(['record', ...args], { folder })).toMatchObject({ exitCode: 0 })
  const text = await readFile(join(folder, 'store/v1/checkout.ndjson'), 'utf8')
  await rm(folder, { recursive: true })
  await github.pushCommit({ branch: 'perf-gate-baselines', files: { 'perf-gate/v1/checkout.ndjson': text } })
}

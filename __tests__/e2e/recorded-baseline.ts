import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { GitHub } from './github/start-github.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/** A baseline of five real runs, as `perf-gate record` writes it, on the branch where the Action keeps it. */
export async function pushRecordedBaseline(github: GitHub): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-baseline-'))
  const example = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout/baseline')
  // Without their run.json, as the results of `recordedResults`: a script that is known on one side only is another script.
  await cp(example, join(folder, 'results/checkout'), { recursive: true, filter: (path) => !path.endsWith('run.json') })
  const args = ['--store', 'store', '--results', 'results', '--commit', 'a'.repeat(40)]
  expect(await runCli(['record', ...args], { folder })).toMatchObject({ exitCode: 0 })
  const text = await readFile(join(folder, 'store/v1/checkout.ndjson'), 'utf8')
  await rm(folder, { recursive: true })
  await github.pushCommit({ branch: 'perf-gate-baselines', files: { 'perf-gate/v1/checkout.ndjson': text } })
}

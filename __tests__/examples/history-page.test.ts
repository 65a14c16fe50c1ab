import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'

/** What the workflow runs in place of the program: it says which stores it was given, and how many lines each has. */
const PROGRAM = `
const { readFileSync } = require('node:fs')
const stores = process.argv.flatMap((flag, index) => (flag === '--store' ? [process.argv[index + 1]] : []))
console.log(stores.map((store) => readFileSync(store + '/v1/checkout.ndjson', 'utf8').trim()).join(' '))
console.log(process.argv.slice(2).filter((one) => one === 'history' || one.startsWith('page/') || one.includes('previous')).join(' '))
`

test('the workflow gives the newest store first, then every 25th before it, and leaves out commits without a store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-history-page-'))
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  git('init', '--quiet', '--initial-branch=perf-gate-baselines')
  git('commit', '--allow-empty', '--message', 'no store yet')
  mkdirSync(join(folder, 'perf-gate/v1'), { recursive: true })
  for (let recording = 1; recording <= 50; recording += 1) {
    writeFileSync(join(folder, 'perf-gate/v1/checkout.ndjson'), `${recording}\n`)
    git('add', 'perf-gate')
    git('commit', '--quiet', '--message', `recording ${recording}`)
  }
  git('update-ref', 'refs/remotes/origin/perf-gate-baselines', 'HEAD')
  rmSync(join(folder, 'perf-gate'), { recursive: true })
  mkdirSync(join(folder, 'perf-gate/dist'), { recursive: true })
  writeFileSync(join(folder, 'perf-gate/dist/cli.js'), PROGRAM)
  const workflow = parse(readFileSync(join(REPOSITORY_ROOT, 'examples/workflows/history-page.yml'), 'utf8'))
  const step = workflow.jobs.page.steps.find(({ id }: { id?: string }) => id === 'page')
  const summary = join(folder, 'summary.md')
  const call = (site: string) =>
    execFileSync('bash', ['-e', '-c', step.run], {
      cwd: folder,
      env: { ...process.env, GITHUB_STEP_SUMMARY: summary, PAGE: `file://${folder}/${site}` },
    })
  call('no-site-yet')
  expect(readFileSync(summary, 'utf8')).toBe('50 25\nhistory page/index.html page/history.json\n')
  // What is published already is given on.
  mkdirSync(join(folder, 'site'))
  writeFileSync(join(folder, 'site/history.json'), '{}')
  rmSync(summary)
  rmSync(join(folder, 'stores'), { recursive: true })
  call('site')
  expect(readFileSync(summary, 'utf8')).toBe(
    '50 25\nhistory --previous previous.json page/index.html page/history.json\n',
  )
  rmSync(folder, { recursive: true })
})

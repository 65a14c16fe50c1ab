import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'

/*
 * The history in the HTML report of the command line. A clone has tags, and a store was written commit by commit. The service
 * becomes slower at the ninth of twelve commits.
 */
const SIDES = join(REPOSITORY_ROOT, 'examples/checkout/results/checkout')
const [COMMITS, STEP] = [12, 8]

let folder: string

function git(...args: readonly string[]): string {
  const who = [
    '-c',
    'user.name=alice',
    '-c',
    'user.email=alice@example.com',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'tag.gpgsign=false',
  ]
  return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' }).trim()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-history-'))
  git('init', '--quiet')
  for (let commit = 0; commit < COMMITS; commit += 1) {
    git('commit', '--quiet', '--allow-empty', '--message', `commit ${commit}`)
    const results = join(SIDES, commit < STEP ? 'baseline' : 'candidate')
    const sha = git('rev-parse', 'HEAD')
    const recorded = await runCli(['record', '--store', 'store', '--results', results, '--commit', sha], { folder })
    expect(recorded.exitCode).toBe(0)
    if (commit === 5) git('tag', 'v1.3.0')
    if (commit === 10) git('tag', '--annotate', 'v1.4.0', '--message', 'with the new tax rules')
  }
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

test('names the tags of the clone, light and annotated, and the commit where the level changed, with its mark', async () => {
  const result = await runCli(
    ['compare', '--baseline', 'store', '--candidate', join(SIDES, 'candidate'), '--html', 'report.html'],
    { folder },
  )
  expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  const html = await readFile(join(folder, 'report.html'), 'utf8')
  const table = html.slice(html.indexOf('<caption>p95 of service on the default branch</caption>'))
  const rows = [...table.slice(0, table.indexOf('</table>')).matchAll(/<tr><td>(.*)<\/td><\/tr>/g)]
    .map(([, row = '']) => row.split('</td><td>'))
    .map(([commit, , , runs, events]) => ({ commit, runs, events }))
  const commits = git('log', '--reverse', '--format=%H')
    .split('\n')
    .map((sha) => sha.slice(0, 7))
  expect(rows).toEqual(
    commits.map((commit, position) => ({
      commit,
      runs: '5',
      events:
        {
          5: 'release v1.3.0',
          [STEP]: 'new level; the baseline window starts; regressed +15.6 %',
          10: 'release v1.4.0',
        }[position] ?? '',
    })),
  )
  expect(html).toMatch(/>v1\.3\.0<\/text>/)
})

test('has no names of releases outside of a clone', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'perf-gate-no-clone-'))
  execFileSync('cp', ['-r', join(folder, 'store'), elsewhere])
  const html = join(elsewhere, 'report.html')
  const result = await runCli(
    ['compare', '--baseline', 'store', '--candidate', join(SIDES, 'candidate'), '--html', html],
    { folder: elsewhere },
  )
  expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await readFile(html, 'utf8')).not.toContain('v1.3.0')
  await rm(elsewhere, { recursive: true })
})

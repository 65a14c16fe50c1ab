import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { blocksOf, readRepositoryFile } from '../docs/markdown-page.ts'

type Step = Readonly<{ run?: string; if?: string; env?: Record<string, string>; with?: Record<string, string> }>
type Workflow = Readonly<{
  on: Record<string, unknown>
  concurrency: { group: string }
  jobs: Record<string, { permissions: Record<string, string>; steps: readonly Step[] }>
}>

const workflow = parse(readFileSync(new URL('../../examples/workflows/watch.yml', import.meta.url), 'utf8')) as Workflow

test('the workflow of production asks for what docs/github.md says, and for no more', () => {
  const rows = readRepositoryFile('docs/github.md').matchAll(/^\| watch \| (.+?) \|/gm)
  const documented = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+): (\w+)`/g)])
  expect(workflow.jobs.watch?.permissions).toEqual(
    Object.fromEntries(documented.map(([, name = '', level = '']) => [name, level])),
  )
})

test('it runs on deployments and often enough for each look, one at a time', () => {
  expect(Object.keys(workflow.on)).toEqual(['deployment_status', 'schedule', 'workflow_dispatch'])
  expect(workflow.on.schedule).toEqual([{ cron: '7/15 * * * *' }])
  expect(workflow.concurrency.group).toContain('github.workflow')
})

/** What the script of a step sends, with a curl that prints what it gets. */
function sent(step: Step): unknown {
  const script = `curl() { cat; }\n${step.run}`
  const env = {
    PATH: process.env.PATH,
    SERVICES: '["checkout","search"]',
    RUN_URL: 'https://x.example/1',
    WEBHOOK_URL: 'x',
  }
  const { stdout, status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { env, encoding: 'utf8' })
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

const HAS_JQ = spawnSync('jq', ['--version']).status === 0

test('secrets and outputs reach the script by the environment, never by the text of the script', () => {
  const steps = Object.values(workflow.jobs).flatMap(({ steps: all }) => all)
  for (const { run } of steps) expect(run ?? '').not.toContain('${{')
})

if (HAS_JQ) {
  test('the message is JSON that names the services and the run', () => {
    expect(sent(workflow.jobs.watch?.steps.at(-1) ?? {})).toEqual({
      text: 'Worse in production: checkout, search. https://x.example/1',
    })
  })

  test('so is that of the guide, which serves the default branch as well', () => {
    const page = readRepositoryFile('docs/guides/production.md')
    const [step] = parse(
      blocksOf(page)
        .filter(({ language }) => language === 'yaml')
        .at(-1)?.text ?? '[]',
    ) as readonly Step[]
    expect(sent(step ?? {})).toEqual({ text: 'Slower: checkout, search. https://x.example/1' })
  })
} else {
  test.skip('left out: no jq on the PATH', () => undefined)
}

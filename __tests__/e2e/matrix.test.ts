import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ResultFiles, recordedResults } from './load-test.ts'
import {
  issueCommentEvent,
  type JobEvent,
  mergeGroupEvent,
  pullRequestEvent,
  workflowRunEvent,
} from './runner/job-event.ts'
import { LOAD_TEST, type Origin, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Each kind of pull request with each kind of outcome and each event, with two workflows, on the committed bundle. All events
 * must give the same verdict. Each row ends with an attempt to merge, which the required status allows or refuses.
 */

const REASON = '/perf-override The new tax rules need a second query; SHOP-12 repays it.'

type Row = Readonly<{
  name: string
  results: () => Promise<ResultFiles>
  /** Actions of people after the first verdict, and the expected reaction of the gate. */
  afterwards?: (stage: TwoWorkflows, number: number) => Promise<void>
  status: RegExp
  comment: RegExp
  merged: boolean
}>

const html = async (): Promise<ResultFiles> => ({ 'run-1/summary.json': Buffer.from('<!doctype html><p>k6 report') })
const normal = () => recordedResults('normal')
const slow = () => recordedResults('slow')

async function override(stage: TwoWorkflows, number: number, actor: string): Promise<void> {
  await stage.comment(number, actor, REASON)
  await stage.github.label(number, 'perf-override', { actor })
  expect((await stage.target(number, { action: 'labeled', label: 'perf-override', sender: actor })).exitCode).toBe(0)
}

const ROWS: readonly Row[] = [
  { name: 'pass', results: normal, status: /^success: Not blocked/, comment: /^✅/m, merged: true },
  {
    name: 'warn',
    results: () => scaledResults(1.04),
    status: /^success: Not blocked, with a warning/,
    comment: /^⚠️/m,
    merged: true,
  },
  { name: 'fail', results: slow, status: /^failure: Blocked: p95/, comment: /^❌ \*\*Blocked: p95/m, merged: false },
  { name: 'invalid', results: html, status: /^error: Blocked/, comment: /HTML/, merged: false },
  {
    name: 'override valid',
    results: slow,
    afterwards: (stage, number) => override(stage, number, 'mona'),
    status: /^success: Not blocked: overridden by @?mona/,
    comment: /SHOP-12/,
    merged: true,
  },
  {
    name: 'override stale',
    results: slow,
    async afterwards(stage, number) {
      await override(stage, number, 'mona')
      await stage.github.pushToPull(number, { 'more.md': 'x' })
      await stage.target(number, { action: 'synchronize' })
      expect(await stage.status(number)).toMatch(/^pending: Waiting for the load test/)
      await stage.workflowRun(await stage.loadTest(number, await slow()))
    },
    status: /^failure: Blocked: p95/,
    comment: /for an earlier commit/,
    merged: false,
  },
  {
    name: 'override unauthorised',
    results: slow,
    afterwards: (stage, number) => override(stage, number, 'tina'),
    status: /^failure: Blocked: p95/,
    comment: /tina.*has the role `triage`/s,
    merged: false,
  },
]

/**
 * Only people with write access can set a label. The author of a fork and Dependabot cannot set one on their own pull request.
 */
const SELF: Row = {
  name: 'override self',
  results: slow,
  afterwards: (stage, number) => override(stage, number, 'alice'),
  status: /^failure: Blocked: p95/,
  comment: /needs a second person/,
  merged: false,
}

const EXPIRED: Row = {
  name: 'expired',
  results: normal,
  async afterwards(stage, number) {
    const { world } = stage.github
    for (const id of world.artifacts.keys()) stage.github.expireArtifact(id)
    await stage.target(number, { action: 'reopened' })
  },
  status: /^error: Blocked: the results of run \d+ have expired/,
  comment: /Run the load test of this commit again/,
  merged: false,
}

const ORIGINS: readonly Origin[] = ['same repository', 'fork', 'Dependabot']

/** The events that start a judgement. All of them must give the same verdict. */
const EVENTS: readonly Readonly<{
  name: string
  event: (stage: TwoWorkflows, number: number, runId: number) => Promise<JobEvent>
}>[] = [
  { name: 'workflow_run, late', event: ({ github }, _, runId) => workflowRunEvent(github, runId, 'requested') },
  { name: 'workflow_run, once more', event: ({ github }, _, runId) => workflowRunEvent(github, runId) },
  {
    name: 'another label',
    async event({ github }, number) {
      await github.label(number, 'docs', { actor: 'mona' })
      return await pullRequestEvent(github, number, { action: 'labeled', label: 'docs', sender: 'mona', target: true })
    },
  },
  {
    name: 'edited',
    event: ({ github }, number) => pullRequestEvent(github, number, { action: 'edited', target: true }),
  },
  {
    name: 'reopened',
    event: ({ github }, number) => pullRequestEvent(github, number, { action: 'reopened', target: true }),
  },
  {
    name: 'a comment of a stranger',
    async event({ github }, number) {
      const commentId = await github.comment(number, 'otto', REASON.replace('new tax rules', 'stranger'))
      return await issueCommentEvent(github, number, { commentId, action: 'edited' })
    },
  },
]

/**
 * Two of the six events, in a Latin square: over the three origins each row meets all six events, and each origin meets each
 * event. This takes a third of the runs. FULL_MATRIX runs all of them (every night).
 */
function eventsFor(rowIndex: number, origin: Origin): typeof EVENTS {
  if (process.env.FULL_MATRIX !== undefined) return EVENTS
  const first = 2 * ((rowIndex + ORIGINS.indexOf(origin)) % 3)
  return EVENTS.slice(first, first + 2)
}

test('over the origins every row meets every event', () => {
  for (const rowIndex of ROWS.keys()) {
    expect(new Set(ORIGINS.flatMap((origin) => eventsFor(rowIndex, origin)))).toEqual(new Set(EVENTS))
  }
})

describe.each(ORIGINS)('a pull request from: %s', (origin) => {
  let stage: TwoWorkflows

  beforeAll(async () => {
    stage = await startTwoWorkflows()
  })

  afterAll(async () => {
    await stage.close()
  })

  async function play({ results, afterwards, status, comment, merged }: Row, rowIndex: number): Promise<void> {
    const number = await stage.open(origin)
    const judged = await stage.workflowRun(await stage.loadTest(number, await results()))
    expect(judged.exitCode).toBe(0)
    await afterwards?.(stage, number)
    const said = await stage.status(number)
    expect(said).toMatch(status)
    const runId = Math.max(...[...stage.github.world.runs].flatMap(([id, run]) => (run.path === LOAD_TEST ? [id] : [])))
    for (const { name, event } of eventsFor(rowIndex, origin)) {
      expect({ name, exitCode: (await stage.gate(await event(stage, number, runId))).exitCode }).toEqual({
        name,
        exitCode: 0,
      })
      expect({ name, status: await stage.status(number) }).toEqual({ name, status: said })
    }
    const group = await mergeGroupEvent(stage.github, number)
    expect((await stage.gate(group)).exitCode).toBe(merged ? 0 : 1)
    expect(stage.github.statusesOf(group.sha).at(-1)?.state).toBe(merged ? 'success' : 'failure')
    const report = await stage.report(number)
    expect(report).toMatch(comment)
    expect(report.includes('produced by code of a fork')).toBe(origin === 'fork')
    expect((await stage.github.merge(number, 'mona')).merged).toBe(merged)
  }

  test('no baseline', async () => {
    const row = { name: 'no baseline', results: normal, merged: true }
    await play({ ...row, status: /^success: NOT A GATE YET/, comment: /NOT A GATE YET/ }, 0)
    expect(await stage.record(await normal())).toMatchObject({ exitCode: 0 })
  })

  const rows = [...ROWS, EXPIRED, ...(origin === 'same repository' ? [SELF] : [])]
  test.each(rows.map((row, rowIndex) => ({ ...row, rowIndex })))('$name', (row) => play(row, row.rowIndex))
})

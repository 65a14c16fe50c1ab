import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { mergeGroupEvent } from './runner/job-event.ts'
import { scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/* An override ends when it should, even if nobody does anything, and the author of a command gets an answer. */

const REASON = '/perf-override The new tax rules need a second query.'
const OVERRIDDEN = /^success: Not blocked: overridden by mona/
const BLOCKED = /^failure: Blocked/

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
})

afterEach(async () => {
  await stage.close()
})

async function policy(text: string): Promise<void> {
  const files = { '.github/perf-gate.yml': `version: 1\noverride: { second-person: never${text} }\n` }
  await stage.github.pushCommit({ branch: 'main', files })
  await stage.record(await recordedResults('normal'))
}

async function slow(factor = 1.16): Promise<number> {
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(factor)))
  expect(await stage.status(number)).toMatch(BLOCKED)
  return number
}

async function accept(number: number): Promise<void> {
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', REASON)
}

async function groupStatus(number: number): Promise<string> {
  await stage.mergeGroup(number)
  const { sha } = await mergeGroupEvent(stage.github, number)
  const latest = stage.github.statusesOf(sha).findLast(({ context }) => context === 'perf-gate')
  return `${latest?.state}: ${latest?.description}`
}

describe('without an event of the pull request', () => {
  test('the schedule and the merge queue find a policy that allows it no more', async () => {
    await policy('')
    const [number, other] = [await slow(), await slow()]
    await accept(number)
    await accept(other)
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    expect(await groupStatus(number)).toMatch(/^success: Carried over .*overridden by mona/)
    const before = stage.github.journal.length
    const quiet = await stage.schedule({ pullRequests: 4 })
    expect(quiet.stdout).toContain(`The override of #${number} by mona still holds.`)
    expect(
      stage.github.journal.slice(before).filter(({ method, path }) => method !== 'GET' && path !== '/graphql'),
    ).toEqual([])
    await stage.github.pushCommit({
      branch: 'main',
      files: { '.github/perf-gate.yml': 'version: 1\noverride: { second-person: never, max-regression: 10% }\n' },
    })
    expect(await groupStatus(number)).toMatch(
      new RegExp(`^failure: Blocked: the override of #${number} does not hold any more. checkout changed by \\+16`),
    )
    expect(await stage.schedule({ pullRequests: 4 })).toMatchObject({ exitCode: 0 })
    expect(await stage.status(number)).toMatch(BLOCKED)
    expect(await stage.status(other)).toMatch(BLOCKED)
    expect(await stage.status(number, 'perf-gate/override')).toBe(
      `success: No override any more. Before: @mona in #${number} (checkout +16.0%)`,
    )
    expect(await stage.report(number)).toContain('The policy lets nobody override more than 10')
  })

  test('the schedule finds that its time is over, and that somebody lost the role', async () => {
    await policy(', expires: 1d')
    const number = await slow()
    await accept(number)
    stage.github.clock.advance(26 * 3600)
    expect(await stage.schedule({ pullRequests: 4 })).toMatchObject({ exitCode: 0 })
    expect(await stage.status(number)).toMatch(BLOCKED)
    expect(await stage.report(number)).toContain('that time is over')
  })

  test('where the results are gone by then, nothing is green', async () => {
    await policy(', expires: 1d')
    const number = await slow()
    await accept(number)
    stage.github.clock.advance(26 * 3600)
    for (const id of stage.github.world.artifacts.keys()) stage.github.expireArtifact(id)
    await stage.schedule({ pullRequests: 4 })
    expect(await stage.status(number)).toMatch(/^error: .*expired/)
    expect(await stage.status(number, 'perf-gate/override')).toMatch(/^success: No override any more/)
  })

  test('an override that holds stays, though the results are gone', async () => {
    await policy('')
    const number = await slow()
    await accept(number)
    for (const id of stage.github.world.artifacts.keys()) stage.github.expireArtifact(id)
    await stage.schedule({ pullRequests: 4 })
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
  })

  test('one that cannot be looked at does not keep the others from it, and the job is red', async () => {
    await policy(', expires: 1d')
    const [number, other] = [await slow(), await slow()]
    await accept(number)
    await accept(other)
    stage.github.clock.advance(26 * 3600)
    const path = new RegExp(`/issues/${other}/events`)
    stage.github.faults.push({
      method: 'GET',
      path,
      effect: { kind: 'answer', status: 410, body: { message: 'Gone' } },
    })
    const result = await stage.schedule({ pullRequests: 4 })
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain(`The override of #${other} was not looked at.`)
    expect(await stage.status(number)).toMatch(BLOCKED)
  })
})

test('a review is looked at: an approval that is taken back takes the override back', async () => {
  await policy(', approval: review')
  const number = await slow()
  await accept(number)
  expect(await stage.report(number)).toContain('approv')
  expect(await stage.status(number)).toMatch(BLOCKED)
  expect(await stage.review(number, 'ada', 'APPROVE')).toMatchObject({ exitCode: 0 })
  expect(await stage.status(number)).toMatch(OVERRIDDEN)
  await stage.review(number, 'ada', 'REQUEST_CHANGES')
  expect(await stage.status(number)).toMatch(BLOCKED)
})

test('a review of a fork has a token that can only read, and the schedule hears of it', async () => {
  await policy(', approval: review')
  const number = await stage.open('fork')
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(1.16)))
  await accept(number)
  const result = await stage.review(number, 'ada', 'APPROVE')
  expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('a token that can only read') })
})

describe('a command gets an answer', () => {
  beforeEach(async () => {
    await policy('')
  })

  const reactions = (number: number) =>
    stage.github.world.reactions.map(({ content }) => content).join(' ') || String(number)

  test('that counts: a thumb, and no words', async () => {
    const number = await slow()
    await accept(number)
    expect(reactions(number)).toBe('+1')
    expect(await stage.answers(number)).toEqual([])
  })

  test('that is refused: why, once however often it is looked at', async () => {
    const number = await slow()
    await stage.comment(number, 'otto', '/perf-override I want to merge this today')
    expect(await stage.answers(number)).toEqual([
      '`@otto` This does not count yet: the label is not set. Somebody whose role allows it must set it.',
    ])
    await stage.github.label(number, 'perf-override', { actor: 'tina' })
    await stage.comment(number, 'tina', REASON)
    expect(await stage.answers(number)).toEqual([
      expect.stringContaining('`@otto`'),
      expect.stringMatching(
        /^`@tina` This does not count yet\. `@tina` set the label `perf-override` and has the role `triage`/,
      ),
    ])
    expect(reactions(number)).toBe('eyes -1')
  })

  test('`/perf-override-cancel` takes it back, by whoever may, and a new label gives it again', async () => {
    const number = await slow()
    await accept(number)
    await stage.comment(number, 'otto', '/perf-override-cancel')
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    expect(await stage.answers(number)).toEqual([
      '`@otto` The override stays: `@otto` may not take it back. Whoever set the label may, and whoever has a role that may override.',
    ])
    await stage.comment(number, 'ada', '/perf-override-cancel')
    expect(await stage.status(number)).toMatch(BLOCKED)
    expect(await stage.report(number)).toContain('`@ada` took the override back')
    expect(reactions(number)).toBe('+1 -1 +1')
    await stage.github.unlabel(number, 'perf-override', { actor: 'mona' })
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
  })
})

test('a much worse measurement of the same commit asks again, until the label is set again', async () => {
  await policy('')
  const number = await slow()
  await accept(number)
  await stage.workflowRun(await stage.loadTest(number, await scaledResults(3)))
  expect(await stage.status(number)).toMatch(BLOCKED)
  expect(await stage.report(number)).toContain('A later measurement of')
  // The next judgement still knows the later measurement.
  await stage.target(number, { action: 'edited' })
  expect(await stage.status(number)).toMatch(BLOCKED)
  await stage.github.unlabel(number, 'perf-override', { actor: 'mona' })
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
  expect(await stage.status(number)).toMatch(OVERRIDDEN)
})

test('the words of a reason that somebody else edited are not those of who wrote it', async () => {
  await policy('')
  const number = await slow()
  const id = await stage.github.comment(number, 'mona', REASON)
  await stage.github.label(number, 'perf-override', { actor: 'mona' })
  await stage.github.editComment(id, 'bob', '/perf-override Nobody cares about latency in this team.')
  await stage.target(number, { action: 'labeled', label: 'perf-override', sender: 'mona' })
  expect(await stage.status(number)).toMatch(BLOCKED)
  expect(await stage.report(number)).toContain('was edited by `@bob`')
  await stage.github.editComment(id, 'mona', REASON)
  await stage.target(number, { action: 'edited' })
  expect(await stage.status(number)).toMatch(OVERRIDDEN)
})

describe('the same commit in another pull request', () => {
  const copies = { pullRequests: 2 }

  test('from a fork takes nothing away, whatever happens there', async () => {
    await policy('')
    const number = await slow()
    await accept(number)
    const { head } = await stage.github.pull(number)
    const copy = await stage.github.openForkPull({ head: 'copy', base: 'main', author: 'otto', commit: head.sha })
    await stage.target(copy, { action: 'opened' }, copies)
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    const run = await stage.loadTest(copy, null, { status: 'in_progress' })
    await stage.workflowRun(run, 'in_progress', copies)
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    await stage.github.comment(copy, 'otto', '/perf-override-cancel')
    await stage.workflowRun(await stage.loadTest(copy, await scaledResults(3)), 'completed', copies)
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    expect(await stage.status(number, 'perf-gate/override')).toContain(`by @mona in #${number} (checkout +16.0%)`)
    expect(await stage.report(copy)).toContain('overridden')
  })

  test('from this repository takes nothing away', async () => {
    await policy('')
    const number = await slow()
    await accept(number)
    const { head } = await stage.github.pull(number)
    await stage.github.pushCommit({ branch: 'twin', from: head.sha, files: {} })
    await stage.github.world.git.writeRef('heads/twin', head.sha)
    const twin = await stage.github.openPull({ head: 'twin', base: 'main', author: 'bob' })
    await stage.target(twin, { action: 'edited' }, copies)
    expect(await stage.status(number)).toMatch(OVERRIDDEN)
    // The label of the first pull request still decides.
    await stage.github.unlabel(number, 'perf-override', { actor: 'mona' })
    await stage.target(number, { action: 'unlabeled', label: 'perf-override', sender: 'mona' }, copies)
    expect(await stage.status(number)).toMatch(BLOCKED)
  })

  test('does not put a verdict back to waiting', async () => {
    await policy('')
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, await scaledResults(1)))
    expect(await stage.status(number)).toMatch(/^success: /)
    const { head } = await stage.github.pull(number)
    const copy = await stage.github.openForkPull({ head: 'copy', base: 'main', author: 'otto', commit: head.sha })
    const run = await stage.loadTest(copy, null, { status: 'in_progress' })
    await stage.workflowRun(run, 'in_progress', copies)
    expect(await stage.status(number)).toMatch(/^success: /)
  })
})

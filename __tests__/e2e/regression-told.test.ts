import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { pushEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, scaledResults, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * A slowdown that reached the default branch is reported by a status, by outputs and by one issue, until it is proven to be
 * repaid.
 */

const STORE = 'perf-gate-baselines'
const FILE = 'perf-gate/v1/checkout.ndjson'

/** Ten pushes of the same code. With fewer pushes the noise is not known, and nothing can be proven. */
const FACTORS = [1, 1.01, 0.99, 1.005, 0.995, 1.01, 0.99, 1, 1.01, 0.99]

let stage: TwoWorkflows
/** The file of the store after these pushes, and the commits. */
let recorded: Readonly<{ text: string; commits: readonly string[] }>

beforeAll(async () => {
  const first = await startTwoWorkflows()
  const commits: string[] = []
  for (const factor of FACTORS) {
    const outputs = { regressed: 'false', services: '[]' }
    expect(await first.record(await scaledResults(factor))).toMatchObject({ exitCode: 0, outputs })
    commits.push((await first.github.refSha('heads/main')) ?? '')
  }
  recorded = { text: (await first.github.readBranchFile(STORE, FILE)) ?? '', commits }
  await first.close()
})

beforeEach(async () => {
  stage = await startTwoWorkflows()
  let { text } = recorded
  for (const commit of recorded.commits)
    text = text.replaceAll(commit, await stage.github.pushCommit({ branch: 'main', files: { 'm.md': commit } }))
  await stage.github.pushCommit({ branch: STORE, files: { [FILE]: text } })
})

afterEach(async () => {
  await stage.close()
})

const slow = () => scaledResults(1.2)
const normal = () => scaledResults(1)

async function pushStatus(): Promise<string> {
  const sha = (await stage.github.refSha('heads/main')) ?? ''
  const status = stage.github.statusesOf(sha).findLast(({ context }) => context === 'perf-gate/push')
  return status === undefined ? '' : `${status.state}: ${status.description}`
}

const writes = (from: number) =>
  stage.github.journal
    .slice(from)
    .filter(({ operationId }) => ['issues/create', 'issues/update'].includes(operationId ?? ''))

test('a status, outputs, and one issue with the commits and pull requests since the last good record', async () => {
  const { github } = stage
  await github.pushCommit({ branch: 'main', files: { 'direct.md': 'x' }, message: 'Hotfix by hand' })
  await github.pushCommit({ branch: 'taxes', from: 'main', files: { 'taxes.md': 'x' }, author: 'alice' })
  const number = await github.openPull({ head: 'taxes', base: 'main', author: 'alice', title: 'New tax rules' })
  await github.requireStatus('main')
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  const result = await stage.record(await slow())
  expect(result).toMatchObject({ exitCode: 0, outputs: { regressed: 'true', services: '["checkout"]' } })
  expect(await pushStatus()).toMatch(
    /^failure: A pull request would be blocked: p95 of .*checkout is (?:19|2\d)\.\d % slower/,
  )
  const [issue, ...more] = await github.issues()
  expect(more).toEqual([])
  expect(issue).toMatchObject({
    state: 'open',
    title: 'perf-gate: checkout became slower on main',
    user: { login: 'github-actions[bot]' },
    labels: [expect.objectContaining({ name: 'perf-gate' })],
  })
  const body = issue?.body ?? ''
  expect(body).toMatch(
    /^<!-- perf-gate:v1 regression name=perf-gate branch=main service=checkout -->\n\n`checkout` became slower/,
  )
  expect(body).toMatch(/p95 of `checkout` is (?:19|2\d)\.\d % slower \(limit 5 %\)\.\*\* It was \d/)
  expect(body).toMatch(/3 commits were pushed since `[0-9a-f]{7}`, the last one that was recorded before/)
  expect(body).toContain(`#${number} \`New tax rules\``)
  expect(body).toContain('`Hotfix by hand` | – | – |')
})

test('later pushes at the new level say nothing again, and a repaid one closes the issue', async () => {
  await stage.record(await slow())
  let before = stage.github.journal.length
  await stage.record(await slow())
  expect(writes(before)).toEqual([])
  expect(await pushStatus()).toMatch(/^success/)
  await stage.record(await normal())
  expect((await stage.github.issues()).map(({ state }) => state)).toEqual(['open'])
  before = stage.github.journal.length
  await stage.record(await normal())
  expect(writes(before)).toHaveLength(1)
  const [issue] = await stage.github.issues()
  expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' })
  expect(issue?.body).toMatch(/✅ `checkout` is back within its limit on `main`: the push of `[0-9a-f]{7}` proves it/)
  expect(issue?.body).toMatch(/% slower/)
  await stage.record(await normal())
  expect(writes(before)).toHaveLength(1)
})

test('an accepted slowdown is told with who accepted it, and its commit is not red', async () => {
  const { github } = stage
  const number = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(number, await slow()))
  await github.label(number, 'perf-override', { actor: 'mona' })
  await stage.comment(number, 'mona', '/perf-override The new tax rules need a second query; @acme/everyone knows.')
  expect(await github.merge(number, 'mona')).toMatchObject({ merged: true })
  expect(await stage.record(await slow())).toMatchObject({ outputs: { regressed: 'true' } })
  expect(await pushStatus()).toBe(
    `success: Overridden by @mona in #${number}: checkout became slower, and that was accepted.`,
  )
  const [issue] = await github.issues()
  expect(issue?.body).toMatch(
    /🔓 accepted by `mona` in #\d+: “The new tax rules need a second query; `@acme\/everyone` knows\.”/,
  )
})

test('hostile subjects and titles ping nobody, make no links and break no table', async () => {
  const { github } = stage
  const subject = '@acme/everyone | fixes #1 <!-- perf-gate:at x --> `` ![x](https://evil.example/x.png)'
  await github.pushCommit({ branch: 'evil', from: 'main', files: { 'e.md': 'x' }, message: subject, author: 'alice' })
  const number = await github.openPull({ head: 'evil', base: 'main', author: 'alice', title: subject })
  await github.requireStatus('main')
  await github.merge(number, 'mona')
  await github.pushCommit({ branch: 'main', files: { 'd.md': 'x' }, message: subject })
  await stage.record(await slow())
  const body = (await github.issues())[0]?.body ?? ''
  const outside = body.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'CODE')
  expect(outside).not.toMatch(/everyone|evil\.example|fixes/)
  const rows = body.split('\n').filter((line) => line.startsWith('|'))
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
  expect(body.match(/^<!-- perf-gate/gm)).toHaveLength(2)
})

describe('one, never a storm', () => {
  test('an issue that anybody else wrote with its marker is not taken for it, nor is a pull request', async () => {
    const marker = '<!-- perf-gate:v1 regression name=perf-gate branch=main service=checkout -->\n'
    await stage.github.openIssue('otto', { title: 'x', body: marker, labels: ['perf-gate'] })
    await stage.record(await slow())
    const all = await stage.github.issues()
    expect(all.map(({ user }) => user?.login)).toEqual(['otto', 'github-actions[bot]'])
    expect(all[0]?.body).toBe(marker)
  })

  test('it is found behind a page of others', async () => {
    const body = '<!-- perf-gate:v1 regression name=perf-gate branch=main service=checkout -->\n'
    for (let index = 0; index < 100; index += 1)
      await stage.github.openIssue('otto', { title: `x ${index}`, body: 'x', labels: ['perf-gate'] })
    await stage.github.openIssue('github-actions[bot]', { title: 'ours', body, labels: ['perf-gate'] })
    const before = stage.github.journal.length
    await stage.record(await slow())
    expect(writes(before).map(({ operationId }) => operationId)).toEqual(['issues/update'])
  })

  test('two pushes that are recorded at once leave one open', async () => {
    const body = '<!-- perf-gate:v1 regression name=perf-gate branch=main service=checkout -->\n'
    const happens = async () => {
      await stage.github.openIssue('github-actions[bot]', { title: 'the other', body, labels: ['perf-gate'] })
    }
    stage.github.faults.push({ method: 'POST', path: /\/issues$/, effect: { kind: 'meanwhile', happens } })
    await stage.record(await slow())
    const all = await stage.github.issues()
    expect(all.map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ['open', null],
      ['closed', 'not_planned'],
    ])
    expect(all[0]?.body).toMatch(/% slower/)
    expect(all[1]?.body).toContain(`#${all[0]?.number} tells of both`)
  })

  test('six services that become slower at once have three issues, in twenty requests', async () => {
    const { github } = stage
    const services = Array.from({ length: 6 }, (_, index) => `service-${index}`)
    // One run per push. A store of more than a megabyte would take one more request per file.
    const lines = ((await github.readBranchFile(STORE, FILE)) ?? '')
      .split('\n')
      .filter((line, index) => line !== '' && index % 5 === 0)
    const text = lines.map((line) => `${line}\n`).join('')
    const files = services.map((service) => [`perf-gate/v1/${service}.ndjson`, text.replaceAll('checkout', service)])
    await github.pushCommit({ branch: STORE, files: { ...Object.fromEntries(files), [FILE]: null } })
    const headSha = await github.pushCommit({ branch: 'main', files: { 'all.md': 'x' } })
    const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice', status: 'in_progress' } as const
    const runId = await github.addWorkflowRun(run)
    const results = await slow()
    for (const service of services) {
      const zip = await artifactZip({ ...results, 'name.txt': Buffer.from(service) })
      github.uploadArtifact(runId, `k6-results-${service}`, zip)
    }
    github.setPermissions(RECORDING)
    const result = await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId })
    expect(JSON.parse(result.outputs.services ?? '')).toHaveLength(6)
    const all = await github.issues()
    expect(all).toHaveLength(3)
    for (const { body } of all) expect(body).toMatch(/The same push made (?:`service-\d`,? (?:and )?){5}slower, too\./)
  })

  test('the input switches it off', async () => {
    const result = await stage.record(await slow(), { with: { 'regression-issue': 'never' } })
    expect(result.outputs.regressed).toBe('true')
    expect(await stage.github.issues()).toEqual([])
  })
})

describe('what GitHub refuses is a warning that names the line, and everything is recorded', () => {
  test.each([
    ['issues: write', { ...RECORDING, issues: 'read' }],
    ['issues: write', { ...RECORDING, issues: 'none' }],
    ['statuses: write', { ...RECORDING, statuses: 'read' }],
  ] as const)('%s', async (line, permissions) => {
    const before = await stage.github.refSha('heads/perf-gate-baselines')
    const result = await stage.record(await slow(), { permissions })
    expect(result).toMatchObject({ exitCode: 0, outputs: { regressed: 'true' } })
    const warnings = result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(warnings.join('\n')).toContain(`\`${line}\``)
    expect(await stage.github.refSha('heads/perf-gate-baselines')).not.toBe(before)
  })

  test('issues that are switched off in the repository', async () => {
    const gone = { message: 'Issues are disabled for this repo' }
    stage.github.faults.push({ path: /\/issues(?:\?|$)/, effect: { kind: 'answer', status: 410, body: gone } })
    const result = await stage.record(await slow())
    expect(result.exitCode).toBe(0)
    expect(result.annotations.map(({ message }) => message).join('\n')).toContain('regression-issue: never')
  })
})

test('results that cannot be used are no good news for whoever deploys', async () => {
  expect(await stage.record({ 'run-1/summary.json': Buffer.from('{') })).toMatchObject({ exitCode: 1 })
  expect(await pushStatus()).toMatch(/^error/)
})

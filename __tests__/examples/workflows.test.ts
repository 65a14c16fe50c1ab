import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { fillWorkflow } from '../../src/setup/fill-workflow.ts'
import { STAGES } from '../../src/statistics/rerun-plan.ts'
import { REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'

type Job = Readonly<Record<string, unknown>> & Readonly<{ if?: string; steps?: readonly Record<string, unknown>[] }>
type Workflow = Readonly<{
  on: Readonly<Record<string, { types?: readonly string[] } | null>>
  concurrency?: unknown
  jobs: Record<string, Job>
}>

function example(name: string): Workflow {
  return parse(readFileSync(join(REPOSITORY_ROOT, 'examples/workflows', `${name}.yml`), 'utf8'))
}

const ONE_WORKFLOW = ['pairs', 'stored-baseline/perf', 'scale-out', 'confirmation/perf'] as const
/** Whoever runs k6 in a loop of their own. */
const LOAD_TESTS = ['stored-baseline/perf-look', 'scale-out', 'confirmation/look', 'two-workflows/perf'] as const
/** What asks the gate and measures more where it does not know: the jobs of its looks, in order. */
const IN_LOOKS = [
  ['confirmation/perf', 'confirmation/look', [...STAGES]],
  ['stored-baseline/perf', 'stored-baseline/perf-look', [1, 2, 3, 4, 5, 7]],
] as const
const REASON_TYPES = ['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled']

/** `results` is written, stamped on the machine that wrote it, and then uploaded. */
test.each(LOAD_TESTS)('%s stamps its results before it uploads them', (name) => {
  const { jobs } = example(name)
  const steps = (jobs.measure ?? jobs['load-test'])?.steps ?? []
  const position = (part: string): number => steps.findIndex((step) => JSON.stringify(step).includes(part))
  expect(position('k6-with-digest.sh') + position('k6 run')).toBeGreaterThan(-1)
  const stamped = Math.max(position('cli.js stamp results --script'), position('OWNER/perf-gate/stamp@'))
  expect(stamped).toBeGreaterThanOrEqual(position('k6 run'))
  expect(position('actions/upload-artifact@')).toBeGreaterThan(stamped)
})

test('pairs measures what is uploaded, in a checkout that has the history', () => {
  const steps = example('pairs').jobs['load-test']?.steps ?? []
  expect(steps.map(({ uses }) => String(uses).replace(/@.*/, ''))).toEqual([
    'actions/checkout',
    'grafana/setup-k6-action',
    'OWNER/perf-gate/measure',
    'actions/upload-artifact',
  ])
  expect(steps[0]?.with).toMatchObject({ 'fetch-depth': 0 })
  expect(steps[3]?.with).toMatchObject({ path: expect.stringMatching(/^perf-results\//) })
})

test('pairs, which init writes, is short enough to be read at once', () => {
  const template = readFileSync(join(REPOSITORY_ROOT, 'examples/workflows/pairs.yml'), 'utf8')
  const values = { defaultBranch: 'main', script: 'load.js', service: 'checkout', startCommand: 'npm start' }
  for (const text of [template, fillWorkflow(template, { ...values, action: null })])
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(35)
})

test('the page of the workflow explains every key that it has', () => {
  const page = readFileSync(join(REPOSITORY_ROOT, 'docs/guides/workflow.md'), 'utf8')
  const { on, jobs } = example('pairs')
  const steps = Object.values(jobs).flatMap(({ steps = [] }) => steps)
  const inputs = steps.flatMap((step) => Object.keys((step.with ?? {}) as object))
  const keys = [...Object.keys(on), ...Object.values(jobs).flatMap((job) => Object.keys(job)), ...inputs]
  expect(new Set(keys.filter((key) => !page.includes(`\`${key}`)))).toEqual(new Set(['name', 'path']))
})

/** A comment without the command starts no machine. */
const COMMANDS_ONLY =
  "(github.event_name != 'issue_comment' || github.event.issue.pull_request && contains(format('{0} {1}', github.event.comment.body, github.event.changes.body.from), '/perf-override'))"

test.each([...ONE_WORKFLOW, 'two-workflows/perf'])(
  '%s: a push ends the load test of the push before it, and nothing else',
  (name) => {
    expect(example(name).concurrency).toEqual({
      group: `\${{ github.workflow }}-\${{ contains(fromJSON('["opened", "synchronize", "reopened"]'), github.event.action) && github.event.pull_request.number || github.run_id }}`,
      'cancel-in-progress': true,
    })
  },
)

test('every group has the name of its workflow, so that two gates do not push each other out', () => {
  const texts = [...LOAD_TESTS, ...ONE_WORKFLOW, 'two-workflows/perf-gate'].map((name) => JSON.stringify(example(name)))
  const groups = texts.flatMap((text) => [...text.matchAll(/"group":"([^"]*)/g)].map(([, group = '']) => group))
  expect(groups.length).toBeGreaterThan(8)
  expect(groups.filter((group) => !group.includes('github.workflow'))).toEqual([])
})

describe.each(ONE_WORKFLOW)('%s, in one workflow', (name) => {
  const { on, jobs } = example(name)

  test('looks again at a label, at a reason in the description or a comment, and for a merge queue', () => {
    expect(on.pull_request?.types).toEqual(REASON_TYPES)
    expect(on.issue_comment?.types).toEqual(['created', 'edited'])
    expect(on.pull_request_review?.types).toEqual(['submitted', 'dismissed'])
    expect(on).toHaveProperty('merge_group')
  })

  test('looks at overrides once a day, and records nothing then', () => {
    expect(on).toHaveProperty('schedule')
    const judging = jobs.judge?.steps?.find(({ uses }) => String(uses).startsWith('OWNER/perf-gate@'))
    expect(judging?.with).toMatchObject({ mode: 'gate' })
  })

  test('measures only what is pushed, and judges always', () => {
    const pushed = on.push === undefined ? '' : "github.event_name == 'push' || "
    expect(jobs['load-test']?.if).toBe(
      `${pushed}contains(fromJSON('["opened", "synchronize", "reopened"]'), github.event.action)`,
    )
    const judged = on.push === undefined ? 'always()' : "always() && github.event_name != 'push'"
    expect(jobs.judge?.if).toBe(`${judged} && ${COMMANDS_ONLY}`)
  })

  test('drops no verdict for one that comes later: GitHub keeps one waiting job of a group', () => {
    expect(jobs.judge?.concurrency).toEqual({
      group: `perf-gate-\${{ github.workflow }}-\${{ github.event.label && github.event.pull_request.number || github.run_id }}`,
      'cancel-in-progress': false,
    })
  })
})

test.each([...ONE_WORKFLOW, 'two-workflows/perf', 'two-workflows/perf-gate'])(
  '%s names its jobs without expressions',
  (name) => {
    for (const [id, job] of Object.entries(example(name).jobs))
      expect(`${id} ${String(job.name ?? '')}`).not.toMatch(/[${}]/)
  },
)

test('the gate of two workflows starts on the same events as that of one', () => {
  const { on } = example('two-workflows/perf-gate')
  expect(on.pull_request_target?.types).toEqual(REASON_TYPES)
  expect(on.issue_comment?.types).toEqual(['created', 'edited'])
  expect(on.pull_request_review?.types).toEqual(['submitted', 'dismissed'])
  expect(on).toHaveProperty('schedule')
  expect(on).toHaveProperty('merge_group')
})

test('an event that does not concern the gate starts no machine, and takes no place from a verdict that waits', () => {
  const { concurrency, jobs } = example('two-workflows/perf-gate')
  expect(jobs.judge?.if).toBe(
    `(github.event_name != 'workflow_run' || github.event.workflow_run.event != 'push') && (github.event_name != 'pull_request_review' || github.event.pull_request.head.repo.full_name == github.repository) && ${COMMANDS_ONLY}`,
  )
  // Of the workflow, a group would be entered before the condition is looked at: https://github.com/ROCm/rocm-systems/pull/9087
  expect(concurrency).toBeUndefined()
  expect(jobs.judge?.concurrency).toMatchObject({ 'cancel-in-progress': false })
})

test('jobs that do the same have the same text in all examples', () => {
  const [one, two, scaled] = ['stored-baseline/perf', 'two-workflows/perf', 'scale-out'].map(
    (name) => example(name).jobs,
  )
  expect(two?.record).toEqual(one?.record)
  expect(scaled?.record).toEqual(one?.record)
  const measured = example('stored-baseline/perf-look').jobs.measure
  // But for the name of the artifact, which says what it is a job of.
  expect(two?.['load-test']?.steps?.slice(0, -1)).toEqual(measured?.steps?.slice(0, -1))
  const judges = [...ONE_WORKFLOW].map((name) => {
    const { if: _, needs: __, ...judge } = example(name).jobs.judge ?? {}
    return judge
  })
  for (const judge of judges) expect(judge).toEqual(judges[0])
  expect(example('two-workflows/perf-gate').jobs.judge?.permissions).toEqual(judges[0]?.permissions)
})

describe.each(IN_LOOKS)('%s looks again where the answer is open', (name, stage, looks) => {
  const { jobs } = example(name)
  const asked = Object.entries(jobs).filter(([, { uses }]) => String(uses).startsWith('./.github/workflows/'))

  test('at the numbers that the gate looks at', () => {
    expect(asked.map(([, job]) => (job.with as { look: number }).look)).toEqual(looks)
  })

  test('each look measures only what the look before it left open', () => {
    for (const [index, [, job]] of asked.entries()) {
      if (index === 0) continue
      const before = asked[index - 1]?.[0]
      expect(job.needs).toBe(before)
      expect(job.if).toContain(`needs.${before}.outputs.open != '[]'`)
      expect((job.with as { open: string }).open).toBe(`\${{ needs.${before}.outputs.open }}`)
    }
  })

  test('the job that judges waits for all looks', () => {
    expect(jobs.judge?.needs).toEqual(asked.map(([id]) => id))
  })

  test('the job that runs the code of the pull request may write nothing', () => {
    expect(example(stage).jobs.measure?.permissions).toEqual({ contents: 'read' })
  })
})

/** The script of a step, as the workflow has it. */
function scriptOf(name: string, job: string, id: string): string {
  const step = example(name).jobs[job]?.steps?.find((one) => one.id === id)
  return String(step?.run)
}

test.each([
  ['confirmation/look', '[{"service":"a","add":2},{"service":"b","add":3}]'],
  [
    'stored-baseline/perf-look',
    '[{"service":"a","job":1},{"service":"a","job":2},{"service":"b","job":1},{"service":"b","job":2},{"service":"b","job":3}]',
  ],
] as const)('%s: only open services are measured again', (name, expected) => {
  const plan = [
    { service: 'a', verdict: 'unproven', runs: 3, add: 2, settledAt: 5 },
    { service: 'b', verdict: 'inconclusive', runs: 7, add: 3, settledAt: null },
  ]
  const openOf = (text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-gate-plan-'))
    const output = join(folder, 'output')
    execFileSync('bash', ['-e', '-c', scriptOf(name, 'look', 'plan')], {
      env: { ...process.env, PLAN: text, GITHUB_OUTPUT: output },
    })
    const written = readFileSync(output, 'utf8')
    rmSync(folder, { recursive: true })
    return written
  }
  expect(openOf(JSON.stringify(plan))).toBe(`open=${expected}\n`)
  expect(openOf('[]')).toBe('open=[]\n')
  expect(openOf('')).toBe('open=[]\n')
})

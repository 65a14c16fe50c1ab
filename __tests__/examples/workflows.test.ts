import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { REPOSITORY_ROOT } from '../e2e/runner/job-environment.ts'

type Job = Readonly<Record<string, unknown>> & Readonly<{ if?: string; steps?: readonly Record<string, unknown>[] }>
type Workflow = Readonly<{
  on: Readonly<Record<string, { types?: readonly string[] } | null>>
  jobs: Record<string, Job>
}>

function example(name: string): Workflow {
  return parse(readFileSync(join(REPOSITORY_ROOT, 'examples/workflows', `${name}.yml`), 'utf8'))
}

const ONE_WORKFLOW = ['pairs', 'stored-baseline', 'scale-out', 'confirmation/perf'] as const
/** Whoever runs k6. */
const LOAD_TESTS = ['pairs', 'stored-baseline', 'scale-out', 'confirmation/load-pairs', 'two-workflows/perf'] as const
const REASON_TYPES = ['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled']

/** `results` is written, stamped on the machine that wrote it, and then uploaded. */
test.each(LOAD_TESTS)('%s stamps its results before it uploads them', (name) => {
  const { jobs } = example(name)
  const steps = (jobs['load-test'] ?? jobs.measure)?.steps ?? []
  const position = (part: string): number => steps.findIndex((step) => JSON.stringify(step).includes(part))
  expect(position('k6-with-digest.sh') + position('k6 run')).toBeGreaterThan(-1)
  expect(position('cli.js stamp results --script')).toBeGreaterThan(position('k6 run'))
  expect(position('actions/upload-artifact@')).toBeGreaterThan(position('cli.js stamp results'))
})

describe.each(ONE_WORKFLOW)('%s, in one workflow', (name) => {
  const { on, jobs } = example(name)

  test('looks again at a label, at a reason in the description or a comment, and for a merge queue', () => {
    expect(on.pull_request?.types).toEqual(REASON_TYPES)
    expect(on.issue_comment?.types).toEqual(['created', 'edited'])
    expect(on).toHaveProperty('merge_group')
  })

  test('measures only what is pushed, and judges always', () => {
    const pushed = on.push === undefined ? '' : "github.event_name == 'push' || "
    expect(jobs['load-test']?.if).toBe(
      `${pushed}contains(fromJSON('["opened", "synchronize", "reopened"]'), github.event.action)`,
    )
    expect(jobs.judge?.if).toBe(on.push === undefined ? 'always()' : "always() && github.event_name != 'push'")
  })
})

test.each([...ONE_WORKFLOW, 'two-workflows/perf', 'two-workflows/perf-gate'])(
  '%s names its jobs without expressions',
  (name) => {
    for (const [id, job] of Object.entries(example(name).jobs))
      expect(`${id} ${String(job.name ?? '')}`).not.toMatch(/[${}]/)
  },
)

test('two workflows look again at the same things', () => {
  const { on } = example('two-workflows/perf-gate')
  expect(on.pull_request_target?.types).toEqual(REASON_TYPES)
  expect(on.issue_comment?.types).toEqual(['created', 'edited'])
  expect(on).toHaveProperty('merge_group')
})

test('what is the same job is the same text', () => {
  const [one, two, scaled] = ['stored-baseline', 'two-workflows/perf', 'scale-out'].map((name) => example(name).jobs)
  expect(two?.record).toEqual(one?.record)
  expect(scaled?.record).toEqual(one?.record)
  expect(two?.['load-test']?.steps).toEqual(one?.['load-test']?.steps)
  const judges = [...ONE_WORKFLOW].map((name) => {
    const { if: _, needs: __, ...judge } = example(name).jobs.judge ?? {}
    return judge
  })
  for (const judge of judges) expect(judge).toEqual(judges[0])
  expect(example('two-workflows/perf-gate').jobs.judge?.permissions).toEqual(judges[0]?.permissions)
})

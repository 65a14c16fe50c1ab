import { describe, expect, test } from '@jest/globals'
import { checkWorkflows } from '../../src/setup/check-workflows.ts'
import { fillWorkflow } from '../../src/setup/fill-workflow.ts'
import { findGateUse } from '../../src/setup/gate-use.ts'
import { SET_UPS } from '../../src/setup/set-ups.ts'
import { readWorkflow, type WorkflowFile } from '../../src/setup/workflow-file.ts'
import { plainOf } from '../saying.ts'

const PIN = 'a'.repeat(40)

const USE = { name: 'perf-gate', loadTestWorkflow: 'perf.yml' }

/** A workflow without problems. */
const SOUND = `
on:
  pull_request:
    types: [opened, synchronize, reopened, edited, labeled, unlabeled]
  issue_comment: { types: [created, edited] }
  schedule: [{ cron: '17 3 * * *' }]
permissions: {}
jobs:
  load-test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${PIN}
  judge:
    needs: load-test
    if: always()
    concurrency: { group: x, cancel-in-progress: false }
    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }
    steps:
      - uses: acme/perf-gate@${PIN}
`

function workflow(text: string, path = '.github/workflows/perf.yml'): WorkflowFile {
  const read = readWorkflow(path, text)
  if (read.kind === 'unreadable') throw new Error(read.problem)
  return read.workflow
}

function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The workflow has no ${from}`)
    return text.replace(from, to)
  }, SOUND)
}

function check(text: string) {
  return checkWorkflows([workflow(text)], USE).map(({ state, what, fix }) => [
    state,
    plainOf(what),
    fix === null ? null : plainOf(fix),
  ])
}

test('a sound workflow', () => {
  expect(check(SOUND)).toEqual([['ok', 'The workflows that run the gate are sound: .github/workflows/perf.yml.', null]])
})

test.each([
  ['pull_request:', '\n    branches: [develop]', 'problem', 'pull requests into main'],
  ['pull_request:', '\n    branches: ["**", "!main"]', 'problem', 'pull requests into main'],
  ['pull_request:', '\n    branches-ignore: ["ma*"]', 'problem', 'pull requests into main'],
  ['pull_request:', '\n    branches: [develop, main]', 'ok', 'sound'],
  ['pull_request:', '\n    branches-ignore: ["release/**"]', 'ok', 'sound'],
  ['pull_request:', '\n    branches: ["!develop", "m*n"]', 'ok', 'sound'],
])('a filter of branches: %s%s', (event, filter, state, what) => {
  const files = [workflow(changed([event, `${event}${filter}`]))]
  expect(checkWorkflows(files, USE, 'main')).toMatchObject([{ state }])
  expect(plainOf(checkWorkflows(files, USE, 'main')[0]?.what)).toContain(what)
})

test('a push filter without the default branch records nothing', () => {
  const files = [workflow(changed(['on:\n', 'on:\n  push: { branches: [develop] }\n']))]
  expect(checkWorkflows(files, USE, 'main').map(({ what }) => plainOf(what))).toEqual([
    '.github/workflows/perf.yml does not start on pushes to main, so no baseline of it is recorded.',
  ])
})

test('a separate token with which each comment of the gate starts the workflow again', () => {
  const uses = `acme/perf-gate@${PIN}`
  const withToken = (token: string) => changed([uses, `${uses}\n        with: { github-token: "\${{ ${token} }}" }`])
  expect(check(withToken('steps.app.outputs.token')).map(([state]) => state)).toEqual(['warning'])
  expect(check(withToken('secrets.GITHUB_TOKEN')).map(([state]) => state)).toEqual(['ok'])
  const guarded = withToken('secrets.APP').replace(
    'if: always()',
    "if: always() && github.event.comment.user.type != 'Bot'",
  )
  expect(check(guarded).map(([state]) => state)).toEqual(['ok'])
})

test('a condition that only skips unrelated events is sound', () => {
  const condition =
    "if: always() && (github.event_name != 'issue_comment' || github.event.issue.pull_request && contains(format('{0} {1}', github.event.comment.body, github.event.changes.body.from), '/perf-override')) && (github.event_name != 'workflow_run' || github.event.workflow_run.event != 'push')"
  const ownRuns = `concurrency: { group: 'x-\${{ github.event.label && github.run_id || github.ref }}', cancel-in-progress: true }\npermissions: {}`
  expect(check(changed(['if: always()', condition], ['permissions: {}', ownRuns])).map(([state]) => state)).toEqual([
    'ok',
  ])
})

test.each(SET_UPS)('what init writes for $name is sound', ({ workflows }) => {
  const values = {
    defaultBranch: 'main',
    script: 'load.js',
    service: 'shop',
    startCommand: null,
    action: `acme/perf-gate@${PIN}`,
  }
  const files = workflows.map(({ path, template }) =>
    workflow(fillWorkflow(template, values).replace(/ # REPLACE.*/g, ''), path),
  )
  expect(checkWorkflows(files, findGateUse(files) ?? USE).filter(({ state }) => state !== 'ok')).toEqual([])
})

describe('each finding, with what to do', () => {
  test.each([
    [
      'a job that is called like the status',
      changed(['  judge:', '  perf-gate:']),
      'problem',
      'has a job called perf-gate, like the status',
      'Rename the job',
    ],
    [
      'a job that is named like the status',
      changed(['  judge:', '  judge:\n    name: perf-gate']),
      'problem',
      'has a job called perf-gate, like the status',
      'Rename the job',
    ],
    [
      'no labels',
      changed([', labeled, unlabeled', '']),
      'warning',
      'does not start on labeled, unlabeled, so an override counts only after the next push',
      'types: [opened, synchronize, reopened, edited, labeled, unlabeled]',
    ],
    [
      'no pushes',
      changed(['opened, synchronize, reopened, ', '']),
      'problem',
      'does not start on opened, synchronize, reopened, so the required check waits forever',
      'types: [opened, synchronize, reopened, edited, labeled, unlabeled]',
    ],
    [
      'GitHub’s own default of types',
      changed(['\n    types: [opened, synchronize, reopened, edited, labeled, unlabeled]', '']),
      'warning',
      'does not start on labeled, unlabeled',
      'types:',
    ],
    [
      'no changes of the description',
      changed(['edited, ', '']),
      'warning',
      'does not start on edited, so a reason that is written into the description after the label is seen only when',
      'types: [opened, synchronize, reopened, edited, labeled, unlabeled]',
    ],
    [
      'no comments',
      changed(['issue_comment: { types: [created, edited] }', 'workflow_dispatch:']),
      'warning',
      'does not start on issue_comment, so a reason that is written into a comment after the label is seen only when',
      'issue_comment: { types: [created, edited] }',
    ],
    [
      'no schedule',
      changed(["schedule: [{ cron: '17 3 * * *' }]", 'workflow_dispatch:']),
      'warning',
      'does not start on schedule, so an expired override counts until something happens',
      'mode: gate',
    ],
    [
      'no pull requests at all',
      changed(
        ['pull_request:\n    types: [opened, synchronize, reopened, edited, labeled, unlabeled]', 'workflow_dispatch:'],
        ['  issue_comment: { types: [created, edited] }\n', ''],
        ['contents: read', 'contents: write'],
        ['statuses: write', 'statuses: write, issues: write'],
      ),
      'problem',
      'No workflow that runs the gate starts on pull requests.',
      'perf-gate init',
    ],
    [
      'a filter of paths',
      changed(['unlabeled]', 'unlabeled]\n    paths: [services/**]']),
      'problem',
      'has paths under pull_request: a pull request that touches other files never gets the required check',
      'services.<name>.paths of the policy',
    ],
    [
      'a filter of paths to ignore',
      changed(['unlabeled]', 'unlabeled]\n    paths-ignore: [docs/**]']),
      'problem',
      'has paths-ignore under pull_request',
      'Remove the filter',
    ],
    [
      'runs that cancel each other, in the job',
      changed(['cancel-in-progress: false', 'cancel-in-progress: true']),
      'warning',
      'has "cancel-in-progress: true"',
      'cancel-in-progress: false',
    ],
    [
      'runs that cancel each other, in the workflow',
      changed(['permissions: {}', 'concurrency: { group: y, cancel-in-progress: true }\npermissions: {}']),
      'warning',
      'has "cancel-in-progress: true"',
      'cancel-in-progress: false',
    ],
    [
      'a judge that is skipped when the load test fails',
      changed(['    if: always()\n', '']),
      'problem',
      'The job judge in .github/workflows/perf.yml is skipped when the load test fails',
      'if: always()',
    ],
    [
      'a judge with a condition',
      changed(['if: always()', "if: always() && github.actor != 'dependabot[bot]'"]),
      'warning',
      'has a condition of its own',
      'Let the job run always',
    ],
    [
      'a permission that is missing',
      changed([', statuses: write', '']),
      'problem',
      'The job judge in .github/workflows/perf.yml lacks permissions.',
      'Add to its permissions: block: statuses: write',
    ],
    [
      'a permission that is too small',
      changed(['pull-requests: write', 'pull-requests: read']),
      'problem',
      'lacks permissions',
      'block: pull-requests: write',
    ],
    [
      'no permissions: block',
      changed(
        ['    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n', ''],
        ['permissions: {}\n', ''],
      ),
      'warning',
      'has no permissions: block',
      'actions: read, contents: read, pull-requests: write, statuses: write',
    ],
    [
      'an action that can change',
      changed([`acme/perf-gate@${PIN}`, 'acme/perf-gate@v1']),
      'warning',
      'uses acme/perf-gate@v1, which their owners can change',
      'Pin each action to a full commit',
    ],
    [
      'the placeholder of the examples',
      changed([`acme/perf-gate@${PIN}`, 'OWNER/perf-gate@v0']),
      'problem',
      'still uses the placeholder OWNER/perf-gate',
      'Write the owner',
    ],
    [
      'lines that init marked',
      changed(['    steps:', '    # REPLACE: this\n    steps:']),
      'warning',
      'has lines that are marked with REPLACE: 11',
      'remove the mark',
    ],
    [
      'code of the pull request where the token can write',
      changed(
        ['pull_request:', 'pull_request_target:'],
        [
          `- uses: acme/perf-gate@${PIN}`,
          `- uses: actions/checkout@${PIN}\n        with: { ref: '\${{ github.event.pull_request.head.sha }}' }\n      - uses: acme/perf-gate@${PIN}`,
        ],
      ),
      'problem',
      'checks out the code of the pull request where it has a token that can write',
      'Remove the checkout',
    ],
  ])('%s', (_, text, state, what, fix) => {
    const found = check(text)
    expect(found).toEqual([[state, expect.stringContaining(what), expect.stringContaining(fix)]])
  })
})

test('a job of another workflow with the name of the status', () => {
  const other = workflow('on: push\njobs: { perf-gate: { steps: [] } }', '.github/workflows/other.yml')
  const found = checkWorkflows([workflow(SOUND), other], USE)
  expect(found.map(({ what }) => plainOf(what))).toEqual([
    '.github/workflows/other.yml has a job called perf-gate, like the status. GitHub requires both, and a skipped job counts as passed.',
  ])
})

describe('two workflows', () => {
  const gate = workflow(
    changed(
      ['pull_request:', 'workflow_run: { workflows: [perf] }\n  pull_request_target:'],
      [
        `- uses: acme/perf-gate@${PIN}`,
        `- uses: acme/perf-gate@${PIN}\n        with: { load-test-workflow: perf.yml }`,
      ],
    ),
    '.github/workflows/perf-gate.yml',
  )
  const loadTest = (text: string) => workflow(text, '.github/workflows/perf.yml')
  const whats = (files: readonly WorkflowFile[]) =>
    checkWorkflows(files, findGateUse(files) ?? USE).map(({ what }) => plainOf(what))

  test('a load test that only records is no judge', () => {
    const recording = loadTest(`
on: { push: { branches: [main] }, pull_request: }
jobs:
  record:
    needs: load-test
    if: always() && github.event_name == 'push'
    permissions: { actions: read, contents: write, pull-requests: read, statuses: write, issues: write }
    steps:
      - uses: acme/perf-gate@${PIN}
`)
    expect(whats([recording, gate])).toEqual([
      'The workflows that run the gate are sound: .github/workflows/perf.yml and .github/workflows/perf-gate.yml.',
    ])
    expect(findGateUse([recording, gate])).toMatchObject({
      loadTestWorkflow: 'perf.yml',
      records: true,
      judgesForks: true,
    })
  })

  test.each([
    ['statuses: read }', '', 'statuses: write, issues: write'],
    ['statuses: write }', '', 'issues: write'],
    ['statuses: write }', '\n        with: { regression-issue: never }', null],
  ])('a job that records and may not tell of a regression: %s%s', (statuses, inputs, added) => {
    const recording = loadTest(`
on: { push: { branches: [main] } }
jobs:
  record:
    permissions: { actions: read, contents: write, pull-requests: read, ${statuses}
    steps:
      - uses: acme/perf-gate@${PIN}${inputs}
`)
    const files = [recording, gate]
    const found = checkWorkflows(files, findGateUse(files) ?? USE).filter(({ what }) =>
      plainOf(what).includes('may not report'),
    )
    expect(found.map(({ fix }) => plainOf(fix))).toEqual(
      added === null ? [] : [`Add to its permissions: block: ${added}`],
    )
  })

  test('a filter of the load test keeps the check pending', () => {
    expect(whats([loadTest('on: { pull_request: { paths: [src/**] } }\njobs: {}'), gate])).toEqual([
      '.github/workflows/perf.yml has paths under pull_request: a pull request that touches other files never gets the required check.',
    ])
  })

  test('a load test that does not exist', () => {
    expect(whats([gate])).toEqual([
      'The load test should run in perf.yml, but there is no such workflow, so the check stays pending.',
    ])
  })
})

test('the gate of a repository is read from its workflow, with the defaults of the action', () => {
  const given = changed([
    `- uses: acme/perf-gate@${PIN}`,
    `- uses: acme/perf-gate@${PIN}\n        with: { name: perf-eu, artifacts: 'eu-*', load-test-workflow: load.yml, override-label: slow-ok }`,
  ])
  const gating = changed([
    `- uses: acme/perf-gate@${PIN}`,
    `- uses: acme/perf-gate@${PIN}\n        with: { mode: gate }`,
  ])
  expect(findGateUse([workflow(gating)])).toEqual({
    name: 'perf-gate',
    loadTestWorkflow: 'perf.yml',
    artifacts: '{k6,perf}-results*',
    policyPath: '.github/perf-gate.yml',
    baselineStore: 'branch',
    baselineBranches: [],
    overrideLabel: null,
    records: false,
    judgesForks: false,
    judgesMergeQueue: false,
    jobNames: ['load-test', 'judge'],
  })
  expect(findGateUse([workflow(given)])).toMatchObject({
    name: 'perf-eu',
    artifacts: 'eu-*',
    loadTestWorkflow: 'load.yml',
    overrideLabel: 'slow-ok',
  })
  expect(findGateUse([workflow('on: push\njobs: {}')])).toBeNull()
})

test('a workflow that is not YAML is unreadable, and a file of another shape has no jobs', () => {
  expect(readWorkflow('x.yml', 'on: [push\njobs: {')).toMatchObject({ kind: 'unreadable' })
  for (const text of ['', '[]', 'jobs: 3', 'jobs: { a: null }', 'on: 1'])
    expect(workflow(text)).toMatchObject({ gateJobs: [], actions: [] })
})

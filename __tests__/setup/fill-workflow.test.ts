import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { workflowProblems } from '../../scripts/workflow-problems.ts'
import { fillWorkflow, PLACEHOLDERS, type WorkflowValues } from '../../src/setup/fill-workflow.ts'
import { SET_UPS } from '../../src/setup/set-ups.ts'

const VALUES: WorkflowValues = {
  defaultBranch: 'trunk',
  script: 'perf/load test.js',
  service: 'billing',
  startCommand: 'npm ci && npm start',
  action: `acme/perf-gate@${'a'.repeat(40)}`,
}

const WORKFLOWS = SET_UPS.flatMap(({ name, workflows }) =>
  workflows.map(({ path, template }) => [name, path, template] as const),
)

describe.each(WORKFLOWS)('%s, %s', (_, path, template) => {
  test('passes the lint of workflows, filled or not', async () => {
    const unknown = { ...VALUES, script: 'load.js', startCommand: null, action: null }
    expect(await workflowProblems(fillWorkflow(template, VALUES), path)).toEqual([])
    expect(await workflowProblems(fillWorkflow(template, unknown), path)).toEqual([])
  })

  test('no value of the example is left', () => {
    const filled = fillWorkflow(template, VALUES)
    expect(filled).not.toMatch(/OWNER|results-checkout|results\/checkout|[^/]load\.js|service\.mjs|\[main\]/)
  })
})

test('the lint finds a mistake', async () => {
  const [pairs = ''] = WORKFLOWS.map(([, , template]) => template)
  const broken = pairs
    .replace('  pull_request:', '  pull_reqest:')
    .replace(/checkout@[0-9a-f]+/, 'checkout@v7')
    .replace(/upload-artifact@[0-9a-f]+/, 'upload-artifact@v7')
  const problems = (await workflowProblems(broken, 'x.yml')).join('\n')
  expect(problems).toContain('x.yml: actions/upload-artifact@v7 is not pinned by commit')
  expect(problems).toContain('x.yml: actions/checkout@v7 is not pinned by commit')
  expect(problems).toContain('unknown Webhook event "pull_reqest"')
})

test.each(Object.entries(PLACEHOLDERS))('the examples have the placeholder %s', (_, placeholder) => {
  expect(WORKFLOWS.filter(([, , template]) => template.search(placeholder) !== -1)).not.toEqual([])
})

test('unknown and guessed values are marked', () => {
  const [pairs = ''] = WORKFLOWS.map(([, , template]) => template)
  const marks = (values: WorkflowValues): readonly string[] =>
    fillWorkflow(pairs, values)
      .split('\n')
      .filter((line) => line.includes('# REPLACE'))
      .map((line) => line.trim())
  expect(marks({ ...VALUES, startCommand: null, action: null })).toEqual([
    '- uses: OWNER/perf-gate/measure@v0 # REPLACE: the owner and the commit of a release',
    '- uses: OWNER/perf-gate@v0 # REPLACE: the owner and the commit of a release',
  ])
  expect(marks(VALUES)).toEqual([])
})

test('the found start command is used, and guesses are marked', () => {
  const starts = (values: WorkflowValues): readonly string[] =>
    WORKFLOWS.flatMap(([, , template]) => fillWorkflow(template, values).split('\n'))
      .filter((line) => line.includes('# REPLACE') && line.includes('your service'))
      .map((line) => line.trim())
  expect([...new Set(starts(VALUES))]).toEqual([
    '- run: npm ci && (PORT=8080 npm start &) && sleep 5 # REPLACE: when this does not start your service on port 8080',
  ])
  expect([...new Set(starts({ ...VALUES, startCommand: null }))]).toEqual([
    '- run: node service.mjs 8080 & sleep 1 # REPLACE: the command that starts your service on port 8080',
  ])
})

test('the measuring step and the gate have the same commit', () => {
  const [pairs = ''] = WORKFLOWS.map(([, , template]) => template)
  const used = [...fillWorkflow(pairs, VALUES).matchAll(/uses: (acme\S+)/g)].map(([, reference]) => reference)
  expect(used).toEqual([`acme/perf-gate/measure@${'a'.repeat(40)}`, `acme/perf-gate@${'a'.repeat(40)}`])
})

test.each(['release/1.x', 'a "quoted" branch', "it's", '$&', 'true'])('the default branch %s stays itself', (name) => {
  const filled = fillWorkflow('on: { push: { branches: [main] } }', { ...VALUES, defaultBranch: name })
  expect(parse(filled)).toEqual({ on: { push: { branches: [name] } } })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { workflowProblems } from '../../scripts/workflow-problems.ts'
import { parseMeasureFile } from '../../src/measure/measure-plan.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { fillWorkflow } from '../../src/setup/fill-workflow.ts'
import { measureText } from '../../src/setup/measure-text.ts'
import { policyText } from '../../src/setup/policy-text.ts'
import { SET_UP_TOOLS } from '../../src/setup/set-up-tools.ts'
import { SET_UPS } from '../../src/setup/set-ups.ts'
import { toolWorkflow } from '../../src/setup/tool-workflow.ts'
import { ROOT } from '../docs/markdown-page.ts'

const PAIRS = SET_UPS.find(({ name }) => name === 'pairs')?.workflows[0]?.template ?? ''
const VALUES = {
  defaultBranch: 'trunk',
  script: '',
  service: 'billing',
  startCommand: 'npm ci && npm start',
  action: `acme/perf-gate@${'a'.repeat(40)}`,
}

describe.each(SET_UP_TOOLS.map((tool) => [tool.name, tool] as const))('%s', (_, tool) => {
  const workflow = fillWorkflow(toolWorkflow(PAIRS, tool, 'billing'), VALUES)

  test('its workflow passes the lint', async () => {
    expect(await workflowProblems(workflow, 'perf.yml')).toEqual([])
  })

  test('nothing of k6 or of the example is left in it', () => {
    expect(workflow).not.toMatch(/k6|OWNER|SERVICE|checkout--|\[main\]/)
  })

  test('the measured results are uploaded, and the gate looks for them', () => {
    const { jobs } = parse(workflow)
    const steps: readonly { uses?: string; run?: string; with?: Record<string, string> }[] = jobs['load-test'].steps
    const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    expect(upload?.with?.name).toMatch(/^perf-results-billing--/)
    const folder = tool.use.kind === 'load' ? 'perf-results/billing' : 'results/billing'
    expect(upload?.with?.path).toBe(folder)
    const measures = steps.some(({ uses }) => uses?.includes('perf-gate/measure@'))
    expect(measures).toBe(tool.use.kind === 'load')
    if (!measures) expect(steps.map(({ run }) => run).join('\n')).toContain(`${folder}/$side/run-$run`)
  })

  test('the page of the tool has the same words', () => {
    const page = readFileSync(`${ROOT}docs/tools/${tool.name}.md`, 'utf8')
    expect(page).toContain(`perf-gate init --tool ${tool.name}`)
    const words =
      tool.use.kind === 'load' ? [tool.use.command] : [tool.use.steps.trimEnd().replaceAll('SERVICE', 'parser')]
    for (const text of words) expect(page).toContain(text)
  })
})

test.each(SET_UP_TOOLS.flatMap(({ name, use }) => (use.kind === 'load' ? [[name, use.command] as const] : [])))(
  'the measure file of %s can be read, and its command stays itself',
  (_, loadCommand) => {
    const plan = parseMeasureFile(measureText({ ...VALUES, loadCommand }), 'measure.yml')
    expect(plan.services.map(({ name, load }) => [name, load])).toEqual([['billing', loadCommand]])
    expect(loadCommand).toContain('{output}')
  },
)

test('the policy of benchmarks has no confirmation, because the workflow adds no runs', () => {
  const kind = { primary: { metric: 'parse', stat: 'p50' }, isConfirmed: false }
  const text = policyText([{ path: '', service: 'billing' }], null, kind)
  expect(parsePolicy(text, 'perf-gate.yml', {}).confirmation).toBeNull()
  expect(text).toContain('#  primary: [{ metric: parse, stat: p50 }]')
})

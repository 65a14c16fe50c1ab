import { describe, expect, test } from '@jest/globals'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { servicePolicy } from '../../src/policy/service-policy.ts'
import { nameOfTool, withToolLimits } from '../../src/policy/tool-limits.ts'
import { judge, messagesOf, pairs, toolJson, verdicts } from '../tools/tool-fixture.ts'
import { aRun } from './evidence.ts'

const policyOf = (text: string) => parsePolicy(`version: 1\n${text}`, 'policy.yml', {})

describe('the settings of a tool', () => {
  const policy = policyOf(`
defaults: { max-regression: 4%, levels: { slower: off } }
tools:
  our-bench: { max-regression: 10%, levels: { new: off } }
  "our-*": { max-regression: 20% }
services:
  parser: { min-delta: 1ms }
  lexer: { max-regression: 2% }
`)
  const limitOf = (service: string, tool: string | undefined) => {
    const run = aRun({ service, run: { ...aRun().run, ...(tool === undefined ? {} : { tool }) } })
    return servicePolicy(withToolLimits(policy, [run]), service)
  }

  test.each([
    ['a service that the file does not name', 'other', 'our bench', 0.1],
    ['a service that sets something else', 'parser', 'Our Bench', 0.1],
    ['a service that sets the same wins', 'lexer', 'our-bench', 0.02],
    ['a pattern, after the exact name', 'other', 'our-load', 0.2],
    ['another tool has the defaults', 'other', 'their-bench', 0.04],
    ['a result that names no tool', 'other', undefined, 0.04],
  ])('%s', (_, service, tool, limit) => {
    expect(limitOf(service, tool).maxRegressionRatio).toBe(limit)
  })

  test('all that is not set is inherited, from the service as well', () => {
    expect(limitOf('parser', 'our-bench')).toMatchObject({ minDelta: 1, levels: { slower: 'off', new: 'off' } })
  })

  test('where the tool changed, that of the candidate counts', () => {
    const run = (side: 'baseline' | 'candidate', tool: string) =>
      aRun({ service: 'other', side, run: { ...aRun().run, tool } })
    const changed = withToolLimits(policy, [run('baseline', 'our-bench'), run('candidate', 'our-load')])
    expect(servicePolicy(changed, 'other').maxRegressionRatio).toBe(0.2)
  })

  test.each([
    ['Google Benchmark', 'google-benchmark'],
    ['wrk2', 'wrk2'],
    ['  a  (b) ', 'a-b'],
    [undefined, 'k6'],
  ])('%j is called %s', (tool, name) => {
    expect(nameOfTool(tool === undefined ? {} : { tool })).toBe(name)
  })
})

test.each([
  ['tools: { our-bench: { paths: [a/**] } }', 'line 2: unknown key `paths` in `tools.our-bench`'],
  ['tools: { Our Bench: {} }', 'line 2: `tools.Our Bench` is not the name of a tool: use small letters'],
  ['tools: [our-bench]', '`tools` must be a mapping of names of tools, each with its settings'],
])('%s is an error', (text, problem) => {
  expect(() => policyOf(text)).toThrow(problem)
})

describe('one policy over two tools', () => {
  function ghz(factor: number): string {
    const report = toolJson('ghz/stream-duration-wait.json')
    for (const call of report.details) call.latency = Math.round(call.latency * factor)
    return JSON.stringify(report)
  }
  function hyperfine(factor: number): string {
    const document = toolJson('hyperfine/two.v2.0.0.json')
    for (const { measurements } of document.results) for (const one of measurements) one.time_wall_clock.value *= factor
    return JSON.stringify(document)
  }
  const files = [
    ...pairs((factor) => ({ 'calls.json': ghz(factor) }), 1.08).map((one) => ({ ...one, path: `rpc/${one.path}` })),
    ...pairs((factor) => ({ 'two.json': hyperfine(factor) }), 1.08).map((one) => ({
      ...one,
      path: `build/${one.path}`,
    })),
  ]

  test('8 % slower is over the limit of one, and within that of the other', async () => {
    const verdict = await judge(files, policyOf('tools: { hyperfine: { max-regression: 10% } }'))
    expect(verdicts(verdict)).toMatchObject({
      'p95 of latency': 'regressed',
      'p50 of slow': 'slower',
      'p50 of quick, job': 'slower',
    })
    expect(verdict.findings.filter(({ level }) => level === 'fail').map(({ service }) => service)).toEqual([
      'rpc',
      'rpc',
    ])
  })

  test('a budget of a tool is over the services that it measured', async () => {
    const budgets = 'budgets: [{ metric: slow, stat: p50, max: 50ms }]'
    const verdict = await judge(files, policyOf(`tools: { hyperfine: { max-regression: 10%, ${budgets} } }`))
    expect(verdict.findings.filter(({ rule }) => rule === 'budget').map(({ service }) => service)).toEqual(['build'])
  })

  test('a name that no result is of is said, with the names that there are', async () => {
    const messages = messagesOf(await judge(files, policyOf('tools: { hyperfin: { max-regression: 10% } }')))
    expect(messages).toContain(
      'The policy has settings for the tool hyperfin, and no result is of it, so they are not in force. The results are of ghz, hyperfine.',
    )
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUT_DEFAULTS, readInputs } from '../../src/github/inputs.ts'
import { UserError } from '../../src/model/errors.ts'

const read = (texts: Readonly<Record<string, string>> = {}) =>
  readInputs((name) => ({ 'github-token': 'ghs_x', ...texts })[name] ?? '')

describe('readInputs', () => {
  test('has a default for all but the token', () => {
    expect(read()).toEqual({
      name: 'perf-gate',
      mode: 'auto',
      results: null,
      artifacts: '{k6,perf}-results*',
      loadTestWorkflow: null,
      policy: '.github/perf-gate.yml',
      maxRegression: null,
      overrideLabel: null,
      baselineStore: 'branch',
      baselineBranches: [],
      mergeQueue: 'carry-over',
      comment: 'always',
      regressionIssue: 'always',
      prometheusUrl: null,
      prometheusToken: null,
      rollbackEvent: null,
      githubToken: 'ghs_x',
    })
  })

  test('reads what is set', () => {
    const texts = {
      name: 'nightly',
      mode: 'record',
      results: 'results',
      artifacts: 'load-*',
      'load-test-workflow': '.github/workflows/load.yaml',
      policy: 'perf/policy.yml',
      'max-regression': '8%',
      'override-label': 'slow is fine',
      'baseline-store': 'branch:data',
      'baseline-branches': 'release/*, hotfix',
      'merge-queue': 'rerun',
      comment: 'never',
      'regression-issue': 'never',
      'prometheus-url': 'https://prometheus.example',
      'prometheus-token': 'secret',
      'rollback-event': 'rollback',
      'github-token': ' ghp_y ',
    }
    expect(read(texts)).toEqual({
      name: 'nightly',
      mode: 'record',
      results: 'results',
      artifacts: 'load-*',
      loadTestWorkflow: 'load.yaml',
      policy: 'perf/policy.yml',
      maxRegression: '8%',
      overrideLabel: 'slow is fine',
      baselineStore: 'branch:data',
      baselineBranches: ['release/*', 'hotfix'],
      mergeQueue: 'rerun',
      comment: 'never',
      regressionIssue: 'never',
      prometheusUrl: 'https://prometheus.example',
      prometheusToken: 'secret',
      rollbackEvent: 'rollback',
      githubToken: 'ghp_y',
    })
  })

  test.each([
    [
      'name',
      '../evil',
      'The input `name` cannot be "../evil": use letters, digits, dot, underscore and hyphen, at most 64.',
    ],
    ['name', 'a/b', 'The input `name` cannot be "a/b": use letters'],
    ['mode', 'Gate', 'The input `mode` cannot be "Gate": use auto, gate, record or watch.'],
    ['comment', 'true', 'The input `comment` cannot be "true": use always, on-change, on-failure or never.'],
    [
      'load-test-workflow',
      'perf',
      'The input `load-test-workflow` cannot be "perf": give the file name of a workflow, such as perf.yml.',
    ],
    ['load-test-workflow', '../../x.yml', 'The input `load-test-workflow` cannot be'],
    [
      'policy',
      '../other/policy.yml',
      'The input `policy` cannot be "../other/policy.yml": give a path inside the repository.',
    ],
    ['policy', '/etc/passwd', 'The input `policy` cannot be "/etc/passwd": give a path inside the repository.'],
    ['github-token', '', 'The input `github-token` cannot be "": leave the input out, or give a token.'],
  ])('refuses %s: %j', (name, text, message) => {
    expect(() => read({ [name]: text })).toThrow(UserError)
    expect(() => read({ [name]: text })).toThrow(message)
  })

  test('names every wrong input at once', () => {
    expect(() => read({ mode: 'x', comment: 'y' })).toThrow(/`mode`.*\n.*`comment`/)
  })
})

test('action.yml has the same inputs with the same defaults', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> }
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''])
  const asked: string[] = []
  const ask = (name: string): string => {
    asked.push(name)
    return ''
  }
  expect(() => readInputs(ask)).toThrow('`github-token`')
  expect(asked.sort()).toEqual(Object.keys(inputs).sort())
  const set = defaults.filter(([name, text]) => text !== '' && name !== 'github-token')
  expect(Object.fromEntries(set)).toEqual(INPUT_DEFAULTS)
})

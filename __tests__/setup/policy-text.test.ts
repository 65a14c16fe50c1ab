import { expect, test } from '@jest/globals'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { RULES } from '../../src/policy/registry.ts'
import { policyText } from '../../src/setup/policy-text.ts'

const SCRIPTS = [
  { path: 'services/checkout/load.js', service: 'checkout' },
  { path: 'services/checkout/soak.js', service: 'checkout' },
  { path: 'services/search/load.js', service: 'search' },
]

test.each([[[]], [SCRIPTS]])('as written, it only turns the confirmation on', (scripts) => {
  const policy = parsePolicy(policyText(scripts, null), 'perf-gate.yml', {})
  expect({ ...policy, source: null }).toEqual({ ...defaultPolicy({}), confirmation: { maxRuns: 10 } })
})

test('with every setting uncommented, it is a valid policy for the found services', () => {
  const settings = policyText(SCRIPTS, null).replace(/^#(?=\S| {2})/gm, '')
  const policy = parsePolicy(settings, 'perf-gate.yml', {})
  expect(policy.namedServices).toEqual(['checkout', 'search'])
  const { levels, ...defaults } = policy.defaults
  expect({ ...defaults, levels: {} }).toEqual(defaultPolicy({}).defaults)
  // The default in the text is the default of the rule.
  const declared = Object.assign({}, ...RULES.map((rule) => rule.levels))
  for (const [key, level] of Object.entries(levels)) expect([key, level]).toEqual([key, declared[key].default])
  expect(Object.keys(levels)).not.toEqual([])
  expect(policy.override).toEqual(defaultPolicy({}).override)
})

test('editors find the schema of the version that is used', () => {
  expect(policyText([], 'acme/perf-gate@0123abc')).toMatch(
    /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/acme\/perf-gate\/0123abc\/schema\/policy\.schema\.json\n/,
  )
})

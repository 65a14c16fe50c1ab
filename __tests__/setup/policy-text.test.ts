import { expect, test } from '@jest/globals'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { policyText } from '../../src/setup/policy-text.ts'

const SCRIPTS = [
  { path: 'services/checkout/load.js', service: 'checkout' },
  { path: 'services/checkout/soak.js', service: 'checkout' },
  { path: 'services/search/load.js', service: 'search' },
]

test.each([[[]], [SCRIPTS]])('as it is written, it changes nothing', (scripts) => {
  const policy = parsePolicy(policyText(scripts), 'perf-gate.yml', {})
  expect({ ...policy, source: null }).toEqual(defaultPolicy({}))
})

test('with every setting in force, it is a policy of the services that were found', () => {
  const settings = policyText(SCRIPTS).replace(/^#(?=\S| {2})/gm, '')
  const policy = parsePolicy(settings, 'perf-gate.yml', {})
  expect(policy.namedServices).toEqual(['checkout', 'search'])
  expect(policy.defaults).toEqual(defaultPolicy({}).defaults)
  expect(policy.override).toEqual(defaultPolicy({}).override)
})

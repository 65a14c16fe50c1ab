import { expect, test } from '@jest/globals'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { servicePolicy } from '../../src/policy/service-policy.ts'

const parse = (text: string) => parsePolicy(`version: 1\n${text}`, 'policy.yml', {})

test('nothing is watched unless the policy says so, and one word is enough', () => {
  const policy = parse('services: { checkout: { watch: {} }, search: {} }')
  expect(servicePolicy(policy, 'search').watch).toBeNull()
  expect(servicePolicy(policy, 'checkout').watch).toEqual({
    name: null,
    versionLabel: 'version',
    podLabel: 'pod',
    labels: new Map(),
    environment: 'production',
  })
})

test('a service says what differs from the defaults, key by key', () => {
  const policy = parse(
    'defaults: { watch: { version-label: image_tag, environment: live } }\nservices: { checkout: { watch: { name: shop/checkout, labels: { namespace: shop } } } }',
  )
  expect(servicePolicy(policy, 'checkout').watch).toEqual({
    name: 'shop/checkout',
    versionLabel: 'image_tag',
    podLabel: 'pod',
    labels: new Map([['namespace', 'shop']]),
    environment: 'live',
  })
})

test.each([
  [
    '{ version-labels: x }',
    /line 2: unknown key `version-labels` in `services\.checkout\.watch`\. Did you mean `version-label`\?/,
  ],
  ['{ version-label: a-b }', /`services\.checkout\.watch\.version-label` must be the name of a Prometheus label/],
  ['{ labels: { a-b: x } }', /line 2: .*a-b/],
  ['{ name: "" }', /`services\.checkout\.watch\.name` must be the name of the service in Prometheus/],
  ['on', /`services\.checkout\.watch` must be a mapping/],
])('wrong: %s', (watch, message) => {
  expect(() => parse(`services: { checkout: { watch: ${watch} } }`)).toThrow(message)
})

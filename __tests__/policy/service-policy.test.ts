import { describe, expect, test } from '@jest/globals'
import { isTouched, limitFor, matchesName, servicePolicy } from '../../src/policy/service-policy.ts'
import { aPolicy, aServicePolicy } from './evidence.ts'

describe('the policy of a service', () => {
  const [pay, payments, any] = [0.01, 0.02, 0.03].map((maxRegressionRatio) => aServicePolicy({ maxRegressionRatio }))
  const policy = {
    ...aPolicy(),
    services: [
      { pattern: 'pay-*', policy: pay! },
      { pattern: '*ments', policy: any! },
      { pattern: 'pay-ments', policy: payments! },
    ],
  }

  test.each([
    ['pay-ments', 0.02, 'its exact name wins over patterns'],
    ['pay-api', 0.01, 'a pattern'],
    ['com-ments', 0.03, 'another pattern'],
    ['checkout', 0.05, 'the defaults'],
  ])('%s: %d, by %s', (service, limit) => {
    expect(servicePolicy(policy, service).maxRegressionRatio).toBe(limit)
  })

  test('the first pattern in the file wins', () => {
    const services = [...policy.services].slice(0, 2)
    expect(servicePolicy({ ...policy, services }, 'pay-ments')).toBe(pay)
    expect(servicePolicy({ ...policy, services: services.toReversed() }, 'pay-ments')).toBe(any)
  })
})

describe('the limit of an endpoint', () => {
  const policy = aServicePolicy({
    endpoints: [
      { pattern: 'GET *', maxRegressionRatio: 0.1 },
      { pattern: 'GET /orders/{id}', maxRegressionRatio: 0.08 },
      { pattern: '*', maxRegressionRatio: 0.2 },
    ],
  })

  test.each([
    [null, 0.05],
    ['GET /orders/{id}', 0.08],
    ['GET /orders/7/items', 0.1],
    ['POST /orders', 0.2],
  ])('%s: %d', (endpoint, limit) => {
    expect(limitFor(policy, endpoint)).toBe(limit)
  })
})

describe('name patterns', () => {
  test.each([
    ['GET *', 'GET /a/b/c', true],
    ['*/orders', 'GET /v1/orders', true],
    ['http://*', 'http://host:80/a?b=1', true],
    ['scenario:*', 'scenario:main', true],
    ['GET /orders/*', 'GET /orders', false],
    ['get *', 'GET /a', false],
    ['GET /a?b=[1]', 'GET /a?b=[1]', true],
    ['!GET', 'POST', false],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(matchesName(pattern, name)).toBe(expected)
  })
})

describe('paths', () => {
  const policy = aServicePolicy({ paths: ['services/checkout/**', 'go.mod'] })

  test.each([
    [['services/checkout/api/main.go'], true],
    [['services/checkout/.env'], true],
    [['docs/a.md', 'go.mod'], true],
    [['services/checkouts/a.go', 'tools/go.mod'], false],
    [[], false],
    [null, true],
  ])('%j touches it: %s', (files, expected) => {
    expect(isTouched(policy, files)).toBe(expected)
  })

  test.each([
    'services/checkout',
    'services/checkout/',
    './services/checkout/**',
    '/services/checkout/**',
    '/services/*/',
  ])('a folder as people write it: %s', (path) => {
    const one = aServicePolicy({ paths: [path] })
    expect(isTouched(one, ['services/checkout/api/main.go'])).toBe(true)
    expect(isTouched(one, ['docs/checkout/main.go'])).toBe(false)
  })

  test('a star stays inside one folder', () => {
    expect(isTouched(aServicePolicy({ paths: ['./services/*'] }), ['services/checkout/main.go'])).toBe(false)
  })

  test('a service without paths is always touched', () => {
    expect(isTouched(aServicePolicy(), ['docs/a.md'])).toBe(true)
  })
})

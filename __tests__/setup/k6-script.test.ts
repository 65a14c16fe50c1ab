import { describe, expect, test } from '@jest/globals'
import { problemWithService } from '../../src/results/layout.ts'
import { isRunnable, serviceOfScript } from '../../src/setup/k6-script.ts'

describe('the service of a script', () => {
  test.each([
    ['services/checkout/perf/load.js', 'checkout'],
    ['services/checkout/load-test.ts', 'checkout'],
    ['perf/checkout.js', 'checkout'],
    ['perf/checkout.test.ts', 'checkout'],
    ['perf/checkout.k6.js', 'checkout'],
    ['tests/k6/script.js', 'shop'],
    ['load.js', 'shop'],
    ['apps/Billing Service/k6/main.mjs', 'billing-service'],
    ['perf/@scope--x/index.cjs', 'scope-x'],
  ])('%s → %s', (path, service) => {
    expect(serviceOfScript(path, 'shop')).toBe(service)
    expect(problemWithService(service)).toBeNull()
  })

  test('a repository whose name is no name of a service', () => {
    expect(serviceOfScript('load.js', '...')).toBe('service')
    expect(serviceOfScript('load.js', 'My.Shop')).toBe('my.shop')
  })
})

test.each([
  ["import http from 'k6/http'\nexport default function () {}", true],
  ['export const options = { vus: 1 }', true],
  ['exports.default = function () {}', true],
  ["import http from 'k6/http'\nexport function login() {}", false],
])('%j can be run by k6: %s', (text, expected) => {
  expect(isRunnable(text)).toBe(expected)
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { replayStore } from '../../src/replay/replay-store.ts'
import { replayMarkdown } from '../../src/report/replay-markdown.ts'
import { history } from '../statistics/runs.ts'
import { ACCEPTED_STEP, ONE_SPIKE, SEVERAL, steady, store } from './stores.ts'

const GOLDEN = new URL('../golden/replay/', import.meta.url)

const DEFAULTS = defaultPolicy({})

function policy(maxRegression: string, source = 'proposed.yml') {
  return parsePolicy(`version: 1\ndefaults: { max-regression: ${maxRegression} }\n`, source, {})
}

const CASES = new Map([
  ['one-spike', { found: ONE_SPIKE, proposed: policy('10%'), against: DEFAULTS }],
  ['accepted-step', { found: ACCEPTED_STEP, proposed: policy('3%'), against: DEFAULTS }],
  ['several', { found: SEVERAL, proposed: policy('5%'), against: policy('100%', 'loose.yml') }],
  ['confirmed', { found: ONE_SPIKE, proposed: { ...policy('5%'), confirmation: { maxRuns: 10 } }, against: DEFAULTS }],
  ['first-push', { found: store({ checkout: history([100]) }), proposed: policy('5%'), against: DEFAULTS }],
])

/** Run with UPDATE_GOLDEN=1 to accept the new text, then read the difference. */
describe('golden replays', () => {
  test.each([...CASES])('%s', (name, { found, ...policies }) => {
    const text = replayMarkdown(replayStore(found, policies))
    const file = new URL(`${name}.md`, GOLDEN)
    if (env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '(no golden file)').toBe(text)
  })
})

test('a slow push is blocked by its own comparison with the pushes before it', () => {
  const { proposed } = replayStore(ONE_SPIKE, { proposed: DEFAULTS, against: DEFAULTS })
  const blocked = proposed.pushes.filter(({ blockers }) => blockers.length > 0)
  expect(blocked.map(({ commit }) => commit)).toEqual(['c12'])
  expect(blocked[0]?.blockers).toEqual([
    expect.objectContaining({ service: 'checkout', metric: 'http_req_duration', stat: 'p95', rule: 'regressed' }),
  ])
  expect(blocked[0]?.blockers[0]?.changeRatio).toBeCloseTo(0.09, 2)
  expect({ ...proposed, pushes: [] }).toEqual({
    source: null,
    unmatched: [],
    pushes: [],
    judged: 29,
    blocked: 1,
    overridden: 0,
    alarms: { ratio: 1 / 29, lower: expect.closeTo(0.000873, 5), upper: expect.closeTo(0.177645, 5) },
    hasConfirmation: false,
  })
})

test('a confirmation does not change the window, because recording judges a push once', () => {
  const level = steady(30).map((value, index) => (index < 15 ? value : 1.12 * value))
  const found = store({ checkout: history(level) })
  const confirmed = { ...DEFAULTS, confirmation: { maxRuns: 10 } }
  const { proposed, against } = replayStore(found, { proposed: confirmed, against: DEFAULTS })
  const blocked = (policy: typeof proposed) =>
    policy.pushes.flatMap(({ commit, blockers }) => (blockers.length > 0 ? [commit] : []))
  expect([blocked(proposed), against === null ? null : blocked(against)]).toEqual([['c15'], ['c15']])
})

test('after a proven regression a new window starts, so the next pushes are not blocked', () => {
  const level = steady(30).map((value, index) => (index < 15 ? value : 1.12 * value))
  const found = store({ checkout: history(level) })
  const { proposed, against } = replayStore(found, { proposed: DEFAULTS, against: policy('20%') })
  expect(proposed.pushes.flatMap(({ commit, blockers }) => (blockers.length > 0 ? [commit] : []))).toEqual(['c15'])
  expect(against.blocked).toBe(0)
})

test('the order of services does not matter', () => {
  const turned = { ...SEVERAL, services: new Map([...SEVERAL.services].toReversed()) }
  const policies = { proposed: DEFAULTS, against: policy('10%') }
  expect(replayStore(turned, policies)).toEqual(replayStore(SEVERAL, policies))
})

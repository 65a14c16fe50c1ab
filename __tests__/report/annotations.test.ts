import { expect, test } from '@jest/globals'
import { annotations } from '../../src/report/annotations.ts'
import { aContext, aFinding, aVerdict } from './verdicts.ts'

const FINDINGS = [
  aFinding({ endpoint: 'GET /orders', message: 'It is slow.' }),
  aFinding({ rule: 'missing', level: 'warn', metric: null, stat: null, message: 'checkout has no result.' }),
  aFinding({ rule: 'invalid', level: 'warn', service: null, metric: null, stat: null, message: 'Unreadable.' }),
]

test('a title that names the gate and the series, and the message of the rule', () => {
  expect(annotations(aVerdict({ blocked: true, findings: FINDINGS }), aContext())).toEqual([
    { level: 'error', title: 'perf-gate: p95 of GET /orders in checkout', message: 'checkout: It is slow.' },
    { level: 'warning', title: 'perf-gate: checkout', message: 'checkout has no result.' },
    { level: 'warning', title: 'perf-gate', message: 'Unreadable.' },
  ])
})

test('what an override accepts is no error', () => {
  const [first] = annotations(aVerdict({ outcome: 'overridden', blocked: false, findings: FINDINGS }), aContext())
  expect(first?.level).toBe('warning')
})

test('at most nine: with line 1 they are as many as the runner shows', () => {
  const findings = Array.from({ length: 40 }, () => aFinding())
  expect(annotations(aVerdict({ blocked: true, findings }), aContext())).toHaveLength(9)
})

test('names out of an artifact stay on one line', () => {
  const finding = aFinding({ service: 'a\n::stop-commands::x', message: 'b\r\n##[c]\u202e' })
  const [{ title, message } = { title: '', message: '' }] = annotations(aVerdict({ findings: [finding] }), aContext())
  expect(`${title}${message}`).not.toMatch(/[\r\n\u202e]/)
})

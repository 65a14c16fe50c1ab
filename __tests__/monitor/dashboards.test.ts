import { describe, expect, test } from '@jest/globals'
import type { Policy } from '../../src/model/policy.ts'
import { monitorFiles } from '../../src/monitor/files.ts'
import { POLICIES, policy } from './policies.ts'

type Dashboard = Readonly<{
  uid: string
  schemaVersion: number
  templating: Readonly<{ list: readonly Readonly<{ name: string }>[] }>
  annotations: Readonly<{ list: readonly Readonly<{ name: string; target: Readonly<{ tags: readonly string[] }> }>[] }>
  panels: readonly Readonly<{
    id: number
    title: string
    gridPos: Readonly<{ x: number; y: number; w: number; h: number }>
    targets: readonly Readonly<{ refId: string; expr: string }>[]
  }>[]
}>

function dashboardsOf(from: Policy): readonly (readonly [path: string, dashboard: Dashboard])[] {
  return monitorFiles(from)
    .files.filter(({ path }) => path.endsWith('.json'))
    .map(({ path, text }) => [path, JSON.parse(text) as Dashboard] as const)
}

const many = (names: readonly string[]): Policy =>
  policy(
    `version: 1\ndefaults: { objective: { bound: 250ms, within: 99% } }\nservices: { ${names.map((name) => `${name}: {}`).join(', ')} }\n`,
  )

/** More services than letters, and names that do not fit into a uid or lie beside the overview. */
const CROWDED = many([
  ...Array.from({ length: 30 }, (_, index) => `service-${index}`),
  'overview',
  'a.b',
  'a-b',
  `${'x'.repeat(40)}1`,
  `${'x'.repeat(40)}2`,
])

describe.each([...POLICIES, ['crowded', CROWDED] as const])('the dashboards of %s', (_, from) => {
  const dashboards = dashboardsOf(from)

  test.each(dashboards)('%s: numbers and letters once, nothing overlaps or leaves the 24 columns', (_, { panels }) => {
    const ids = panels.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { targets } of panels) {
      const refIds = targets.map(({ refId }) => refId)
      expect(refIds.length).toBeGreaterThan(0)
      expect(new Set(refIds).size).toBe(refIds.length)
    }
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
  })

  test.each(dashboards)('%s: every variable that is used is defined', (path, found) => {
    const names = found.templating.list.map(({ name }) => name)
    const used = [...JSON.stringify(found).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name)
    expect({ path, used: [...new Set(used)] }).toEqual({ path, used: names })
  })

  test.each(dashboards)('%s: shows merges, overrides and load tests', (_, { annotations }) => {
    expect(annotations.list.map(({ name, target }) => [name, ...target.tags])).toEqual([
      ['Merges', 'perf-gate', 'merge'],
      ['Overrides', 'perf-gate', 'override'],
      ['Load tests', 'perf-gate', 'load-test'],
    ])
  })

  test('each has a uid of its own that Grafana takes, and its path is its own as well', () => {
    const uids = dashboards.map(([, { uid }]) => uid)
    expect(new Set(uids).size).toBe(uids.length)
    for (const uid of uids) expect(uid).toMatch(/^[a-z0-9_-]{1,40}$/)
    const paths = monitorFiles(from).files.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('every recorded series that is shown is recorded', () => {
    const rules = monitorFiles(from)
      .files.filter(({ path }) => path.startsWith('rules/'))
      .map(({ text }) => text)
      .join('')
    const shown = JSON.stringify(dashboards).match(/perf_gate:[\w:]+/g) ?? []
    expect(shown.length).toBeGreaterThan(0)
    expect([...new Set(shown)].filter((name) => !rules.includes(`record: ${name}\n`))).toEqual([])
  })
})

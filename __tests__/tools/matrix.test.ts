import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ReportSchema } from '../../scripts/generate-report-schema.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { reportJson } from '../../src/report/report-json.ts'
import { fixtureBytes, fixtureNames, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { gate, pairs, toolBytes, toolJson } from './tool-fixture.ts'

const FOLDER = new URL('../fixtures/tools/', import.meta.url)
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').split('/fixtures/tools/')[1] ?? '')
  .sort()

/** Files that tools write beside their results. They are never judged, whether they are known or foreign. */
const NOT_JUDGED =
  /\/(?:out_(?:failures|exceptions|stats_history)\.csv|two\.v[\d.]+\.csv|cpp-1\.7\.1\.csv|refused\.json|simple\.statistics\.json|global_stats\.v3\.12\.0\.json|tukey\.json|empty\/stats\.json|crashed-in-init\/out_stats\.csv|fail-on-error\.json)$/

const claimants = (bytes: Uint8Array) => FORMATS.filter((format) => format.recognizes(bytes)).map(({ id }) => id)

test.each(FILES)('%s is claimed by exactly one format, or named and refused', async (name) => {
  const bytes = toolBytes(name)
  const found = claimants(bytes)
  if (NOT_JUDGED.test(name)) {
    expect(found).toEqual([])
    expect(await refusalOf(bytes)).not.toBe('it was read')
  } else expect(found).toHaveLength(1)
})

test('every format of another tool has a file that a real tool wrote', () => {
  const found = new Set(FILES.flatMap((name) => claimants(toolBytes(name))))
  const others = FORMATS.filter(({ tool }) => tool.name !== 'k6').map(({ id }) => id)
  // People write the neutral file. Its example is in the documentation.
  expect(others.filter((id) => !found.has(id))).toEqual(['perf-gate-metrics'])
})

test.each(fixtureNames(/^(?!expected|killed).*\.(?:json|ndjson|csv)(?:\.gz)?$/))(
  '%s of k6 is claimed by no other tool',
  (name) => {
    const tools = FORMATS.filter((format) => format.recognizes(fixtureBytes(name))).map(({ tool }) => tool.name)
    expect(new Set(tools)).toEqual(new Set(['k6']))
  },
)

test.each(FILES.filter((name) => !NOT_JUDGED.test(name) && !name.startsWith('criterion-0.8/criterion/')))(
  '%s, cut in the middle, is refused or says less, and never throws anything else',
  async (name) => {
    const bytes = toolBytes(name)
    for (const share of [0.1, 0.37, 0.5, 0.81, 0.99]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * share))
      if ((await refusalOf(cut)) !== 'it was read') continue
      // A file that is cut between two rows or records looks complete. For Gatling, the users that did not end show it.
      const { notes } = await readContent(cut)
      expect(cut.at(-1) === 0x0a || notes.some((note) => plainOf(note).includes('did not end'))).toBe(true)
    }
  },
)

test.each(
  FILES.filter(
    (name) => claimants(toolBytes(name)).length === 1 && !/^criterion-0\.8\/criterion\/|\/empty\//.test(name),
  ),
)('%s says what each number is', async (name) => {
  const run = await readContent(toolBytes(name))
  expect(run.tool).toBeDefined()
  expect(run.measurements.filter(({ central }) => central !== undefined)).not.toEqual([])
  for (const { quantity, unit, better, stats } of run.measurements) {
    expect(quantity).toBeDefined()
    expect([unit, better]).not.toContain('none')
    for (const value of stats.values()) expect(Number.isFinite(value) && value >= 0).toBe(true)
  }
})

test('the JSON report of another tool is one of version 1', async () => {
  const folder = (factor: number) => {
    const document = toolJson('hyperfine/two.v1.20.0.json')
    for (const result of document.results) result.times = result.times.map((time: number) => time * factor)
    return { 'hyperfine.json': JSON.stringify(document) }
  }
  const { verdict } = await gate(pairs(folder, 1.2))
  const report = reportJson(verdict)
  expect(ReportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined()
})

/* The first lines that each tool prints, as recorded. */
test.each([
  [
    'Gatling',
    '---- Global Information -------------\n> request count     703 (OK=647    KO=56    )\n',
    'simulation.log',
  ],
  ['Locust', '[2026-11-27 15:10:13,383] host/INFO/locust.main: Starting Locust 2.47.0\n', 'the request log'],
  ['hyperfine', 'Benchmark 1: good\n  Time (mean ± σ):      87.9 ms ±  64.0 ms\n', '--export-json FILE'],
  ['hyperfine', 'Benchmark 1: good (3 runs)\n', '--export-json FILE'],
  ['JMH', '# JMH version: 1.37\n# VM version: JDK 17.0.15\n', '-rf json -rff FILE'],
  [
    'Criterion',
    'Gnuplot not found, using plotters backend\nBenchmarking plain work\n',
    'the whole folder target/criterion',
  ],
  [
    'JMeter',
    'summary =    760 in 00:00:08 =   98.4/s Avg:    36 Min:     1 Max:   300 Err:    20 (2.63%)\n',
    'Give the JTL',
  ],
  ['ghz', '# TYPE ghz_run_count gauge\nghz_run_count{timeout="20000000000"} 60\n', 'ghz -O json'],
  ['ghz', 'ghz_detail,proto="shop.proto",call="shop.Shop.Quote" latency=1\n', 'ghz -O json'],
])('the text of %s is recognised, with advice on what to give instead', async (tool, text, advice) => {
  const refusal = await refusalOf(text)
  expect(refusal).toContain(tool)
  expect(refusal).toContain(advice)
})

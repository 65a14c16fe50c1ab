import { describe, expect, test } from '@jest/globals'
import { Marked } from 'marked'
import { assessCapacity } from '../../src/capacity/assess.ts'
import { readLadders } from '../../src/commands/read-ladders.ts'
import { compareComplexity } from '../../src/complexity/compare-complexity.ts'
import { readComplexity } from '../../src/complexity/read-complexity.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { phaseOf } from '../../src/history/phase.ts'
import { serviceTrend } from '../../src/history/service-trend.ts'
import type { StoredRun } from '../../src/model/baseline.ts'
import type { Goal } from '../../src/model/policy.ts'
import { name, text } from '../../src/model/text.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { bisectionMarkdown } from '../../src/report/bisection-markdown.ts'
import { capacityMarkdown } from '../../src/report/capacity-markdown.ts'
import { complexityJson } from '../../src/report/complexity-json.ts'
import { complexityMarkdown } from '../../src/report/complexity-markdown.ts'
import { historyMarkdown } from '../../src/report/history-markdown.ts'
import type { HistoryReport } from '../../src/report/history-report.ts'
import { capacityHtml } from '../../src/report/html/capacity-html.ts'
import { historyPage } from '../../src/report/html/history-page.ts'
import { blockHtml } from '../../src/report/html/markdown-html.ts'
import { phasePage } from '../../src/report/html/phase-page.ts'
import { phaseMarkdown } from '../../src/report/phase-markdown.ts'
import { profilesMarkdown } from '../../src/report/profiles-markdown.ts'
import { aRung } from '../capacity/ladder.ts'
import { latency, stored } from '../statistics/runs.ts'
import { aProfileComparison } from './verdicts.ts'

/*
 * A name that ends a cell of a table, opens a tag and emphasises, in each report of the command line: whoever prints it shows it, and
 * nothing of it is obeyed.
 */

const HOSTILE = 'a|b<c>_d_ **x**'

/** The whole name as code. */
const AS_CODE = /<code>a\|b&lt;c&gt;_d_ \*\*x\*\*<\/code>/

/** The page as GitHub shows it. Unlike the page in HTML, it shows a backslash before a pipe wherever it stands outside of a table. */
const github = new Marked({ gfm: true })

/** The spans of code that keep a backslash of `code`. */
function backslashes(markdown: string): readonly string[] {
  return github.parse(markdown, { async: false }).match(/<code>[^<]*\\\|[^<]*<\/code>/g) ?? []
}

/** What of the name Markdown or the page would obey. */
const OBEYED = /<c>|<em>|<strong>x|<td[^>]*>b/

test('profiles: the name of a function, and the program that wrote the profile', () => {
  const [slower, ...others] = aProfileComparison().functions
  if (slower === undefined) throw new Error('The sample has no function.')
  const comparison = aProfileComparison({
    tool: HOSTILE,
    functions: [{ ...slower, name: HOSTILE }, ...others],
  })
  const markdown = profilesMarkdown({ service: 'checkout', comparisons: [comparison], refusals: [] }, HOSTILE)
  const page = blockHtml(markdown)
  expect(backslashes(markdown)).toEqual([])
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(4)
  expect(page).toContain('CPU time; 5 against 5 profiles')
  expect(page).not.toMatch(OBEYED)
})

test('bisect: a command, a service and the subject of a commit', () => {
  const named = { commit: 'b'.repeat(40), subject: HOSTILE }
  const skipped = { reason: text`The build ended with exit code 2: ${name(HOSTILE)}`, output: '' }
  const markdown = bisectionMarkdown({
    kind: 'named',
    good: named,
    series: { service: HOSTILE, endpoint: null, metric: 'latency', stat: 'p95', unit: 'ms', better: 'lower' },
    change: { changeRatio: 0.2, lower: 0.1, upper: 0.3 },
    commits: [{ ...named, pairs: 0, changeRatio: null, skipped }],
    suspects: [named],
    certainty: 0.99,
    reason: text`More pairs may tell: ${name(HOSTILE)}.`,
  })
  const page = blockHtml(markdown)
  expect(backslashes(markdown)).toEqual([])
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(6)
  expect(page).not.toMatch(OBEYED)
})

test('capacity: the folder, and a file that is not read', async () => {
  const file = { path: HOSTILE, artifact: null, open: async function* () {} }
  const { notes } = await readLadders([file], FORMATS)
  const ladder = [1, 2, 3, 4, 5, 6, 8, 10].map((users) => aRung(users, Math.min(20 * users, 100)))
  const capacity = assessCapacity([ladder], { maxErrorRatio: 0.01, maxP95Ms: null })
  const report = {
    title: HOSTILE,
    capacity,
    plan: null,
    forecast: null,
    change: null,
    peakPerS: null,
    maxP95Ms: null,
    notes,
  }
  const markdown = capacityMarkdown(report)
  const page = blockHtml(markdown)
  expect(backslashes(markdown)).toEqual([])
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(2)
  expect(page).not.toMatch(OBEYED)
  const html = capacityHtml(report)
  expect(html).toMatch(/<li><code>a\|b&lt;c&gt;_d_ \*\*x\*\*<\/code> was not read:/)
  expect(html).toContain('<h1>Capacity of a|b&lt;c&gt;_d_ **x**</h1>')
  expect(html).not.toMatch(OBEYED)
})

test('complexity: a function, its file, and a file that the tool could not read', () => {
  const eslint = (complexity: number) =>
    JSON.stringify([
      {
        filePath: HOSTILE,
        messages: [
          { ruleId: 'complexity', message: `${HOSTILE} has a complexity of ${complexity}. Maximum allowed is 0.` },
        ],
      },
      { filePath: `${HOSTILE}`, messages: [{ fatal: true }] },
    ])
  const [before, after] = [4, 8].map((complexity) => readComplexity(Buffer.from(eslint(complexity)), 'eslint.json'))
  if (before === undefined || after === undefined) throw new Error('Nothing was read.')
  const change = compareComplexity(before, after)
  const markdown = complexityMarkdown(change)
  const page = blockHtml(markdown)
  expect(backslashes(markdown)).toEqual([])
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(3)
  expect(page).not.toMatch(OBEYED)
  expect(complexityJson(change)).toMatchObject({
    notes: [`ESLint could not read ${HOSTILE}: none of its functions are counted.`],
  })
})

describe('history', () => {
  const runs = Array.from({ length: 8 }, (_, position) =>
    stored(position, [latency(100, { metric: HOSTILE, stats: new Map([['value', 100]]), sampleCount: 5000 })]),
  )
  const goals: readonly Goal[] = [{ metric: HOSTILE, stat: 'value', changeRatio: -0.2 }]
  const policy = { ...DEFAULT_SERVICE_POLICY, primary: [{ metric: HOSTILE, stat: 'value' }], goals }
  const trend = serviceTrend('checkout', runs, [], policy)
  if (trend === null) throw new Error('Nothing is stored.')
  const report: HistoryReport = {
    title: HOSTILE,
    services: [{ ...trend, service: HOSTILE }],
    releases: new Map(),
    suspects: new Map(),
    repositoryUrl: null,
    notes: [text`Only in the ledger: ${name(HOSTILE)}.`],
  }

  test('of all services: the title, a service, its metric, and a note', () => {
    const markdown = historyMarkdown(report)
    const page = blockHtml(markdown)
    expect(backslashes(markdown)).toEqual([])
    expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(4)
    expect(page).not.toMatch(OBEYED)
    const html = historyPage(report)
    expect(html).toContain('<p class="note">Only in the ledger: <code>a|b&lt;c&gt;_d_ **x**</code>.</p>')
    expect(html).toContain('a|b&lt;c&gt;_d_ **x** of a|b&lt;c&gt;_d_ **x**')
    expect(html).not.toMatch(OBEYED)
  })

  test('of a phase: its ends, a service and a goal', () => {
    const includes = ({ commit }: StoredRun) => Number(commit.slice(1)) < 4
    const conditions = { machine: HOSTILE, load: null, scriptHash: null, tool: null }
    const onMachine = runs.map((one) => ({ ...one, run: { ...one.run, conditions } }))
    const service = { trend: { ...trend, service: HOSTILE }, stored: onMachine, policy }
    const phase = phaseOf([service], { name: HOSTILE, includes }, { name: HOSTILE, includes: () => true })
    const markdown = phaseMarkdown(phase)
    const page = blockHtml(markdown)
    expect(backslashes(markdown)).toEqual([])
    // Both ends, the service twice, its machine, and the goal in the table, in its spread, in its row and in the conclusion.
    expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(9)
    expect(page).not.toMatch(OBEYED)
    expect(phasePage(phase, report)).not.toMatch(OBEYED)
  })
})

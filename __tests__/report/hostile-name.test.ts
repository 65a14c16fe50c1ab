import { expect, test } from '@jest/globals'
import { assessCapacity } from '../../src/capacity/assess.ts'
import { readLadders } from '../../src/commands/read-ladders.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { name, text } from '../../src/model/text.ts'
import { bisectionMarkdown } from '../../src/report/bisection-markdown.ts'
import { capacityMarkdown } from '../../src/report/capacity-markdown.ts'
import { capacityHtml } from '../../src/report/html/capacity-html.ts'
import { blockHtml } from '../../src/report/html/markdown-html.ts'
import { profilesMarkdown } from '../../src/report/profiles-markdown.ts'
import { aRung } from '../capacity/ladder.ts'
import { aProfileComparison } from './verdicts.ts'

/*
 * A name that ends a cell of a table, opens a tag and emphasises, in each report of the command line: whoever prints it shows it, and
 * nothing of it is obeyed.
 */

const HOSTILE = 'a|b<c>_d_ **x**'

/** The whole name as code. */
const AS_CODE = /<code>a\|b&lt;c&gt;_d_ \*\*x\*\*<\/code>/

/** What of the name Markdown or the page would obey. */
const OBEYED = /<c>|<em>|<strong>x|<td[^>]*>b/

test('profiles: the name of a function, and the program that wrote the profile', () => {
  const [slower, ...others] = aProfileComparison().functions
  if (slower === undefined) throw new Error('The sample has no function.')
  const comparison = aProfileComparison({
    tool: HOSTILE,
    functions: [{ ...slower, name: HOSTILE }, ...others],
  })
  const page = blockHtml(profilesMarkdown({ service: 'checkout', comparisons: [comparison], refusals: [] }, HOSTILE))
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(4)
  expect(page).toContain('CPU time; 5 against 5 profiles')
  expect(page).not.toMatch(OBEYED)
})

test('bisect: a command, a service and the subject of a commit', () => {
  const named = { commit: 'b'.repeat(40), subject: HOSTILE }
  const skipped = { reason: text`The build ended with exit code 2: ${name(HOSTILE)}`, output: '' }
  const page = blockHtml(
    bisectionMarkdown({
      kind: 'named',
      good: named,
      series: { service: HOSTILE, endpoint: null, metric: 'latency', stat: 'p95', unit: 'ms', better: 'lower' },
      change: { changeRatio: 0.2, lower: 0.1, upper: 0.3 },
      commits: [{ ...named, pairs: 0, changeRatio: null, skipped }],
      suspects: [named],
      certainty: 0.99,
      reason: text`More pairs may tell: ${name(HOSTILE)}.`,
    }),
  )
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
  const page = blockHtml(capacityMarkdown(report))
  expect(page.match(new RegExp(AS_CODE, 'g'))).toHaveLength(2)
  expect(page).not.toMatch(OBEYED)
  const html = capacityHtml(report)
  expect(html).toMatch(/<li><code>a\|b&lt;c&gt;_d_ \*\*x\*\*<\/code> was not read:/)
  expect(html).toContain('<h1>Capacity of a|b&lt;c&gt;_d_ **x**</h1>')
  expect(html).not.toMatch(OBEYED)
})

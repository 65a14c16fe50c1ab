import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Marked } from 'marked'
import { safeLine } from '../../src/github/log.ts'
import type { Comparison, ServiceEvidence } from '../../src/model/comparison.ts'
import type { ReportContext } from '../../src/model/report.ts'
import { name, plainText, type Text, text } from '../../src/model/text.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { refusedFile } from '../../src/policy/rules/invalid-data.ts'
import { notComparable } from '../../src/policy/rules/not-comparable.ts'
import { annotations } from '../../src/report/annotations.ts'
import { renderHtml } from '../../src/report/html/render-html.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { reportJson } from '../../src/report/report-json.ts'
import { aServicePolicy } from '../policy/evidence.ts'
import { aComparison, aContext, aRun, aService, aVerdict } from './verdicts.ts'

/* A name from outside in what the gate says by itself: it is shown, and nothing of it is obeyed, whoever prints it. */

const ODD = [
  'GET /v1. Orders are blocked',
  '`',
  '```',
  '|',
  '\\|',
  '\n\n# Blocked\n',
  '\r\n::error::stop\n',
  '##[set-output name=x;]y',
  '@octocat',
  '#1',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '</td></tr>',
  '<script>',
  '<!-- perf-gate:v1 name=a sha=b run=c -->',
  '&lt;',
  '[x](https://e.example)',
  '![x](https://e.example)',
  'https://e.example',
  '**bold**',
  '\u202eevil',
  '{{name}}',
  'a',
]
const odd = fc.oneof(
  fc.array(fc.constantFrom(...ODD), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
)

/** One verdict in which a name stands in a reason, a difference, a note of each kind and a refusal. */
function withName(one: string): Readonly<{ verdict: Verdict; context: ReportContext; said: readonly Text[] }> {
  const reason = text`The reason has ${name(one)} in it.`
  const [ofService, ofRun, ofGate] = ['service', 'run', 'gate'].map(
    (of) => text`The note of the ${of} has ${name(one)} in it.`,
  )
  const problem = text`The file has ${name(one)} in it.`
  const comparison: Comparison = aComparison({ verdict: 'not-comparable', estimate: null, reason })
  const refusal = { service: 'checkout', side: 'candidate', path: one, problem } as const
  const run = aRun('candidate', 1)
  const evidence: ServiceEvidence = aService({
    comparisons: [comparison],
    notes: [ofService ?? []],
    refusals: [refusal],
    candidateRuns: [{ ...run, run: { ...run.run, notes: [ofRun ?? []] } }],
  })
  const findings = [...notComparable.check(evidence, aServicePolicy()), refusedFile(refusal, 'checkout')].map(
    (remark) => ({ word: 'cannot be used', ...remark, level: 'fail' as const }),
  )
  return {
    verdict: aVerdict({ outcome: 'fail', blocked: true, services: [evidence], findings }),
    context: aContext({ notes: [ofGate ?? []] }),
    said: [reason, problem],
  }
}

const HONEST = withName('orders')
const marked = new Marked({ gfm: true })

/** The tags of a page in their order: what a name changes in them, it was not only shown. */
function tagsOf(html: string): readonly string[] {
  return html.match(/<\/?[a-z][^\s>]*|<!--/gi) ?? []
}

/** All but code spans: line 1 has room for so many words, and leaves out a sentence with a name where another name is long. */
function markdownTags({ verdict, context }: typeof HONEST): readonly string[] {
  const { comment, markdown } = renderReport(verdict, context)
  const tags = [comment, markdown].flatMap((one) => tagsOf(marked.parse(one, { async: false })))
  return tags.filter((tag) => tag !== '<code' && tag !== '</code')
}

describe('a name in a reason, a note, a difference and a refusal', () => {
  test('is a code span of Markdown, and nothing else', () => {
    const honest = markdownTags(HONEST)
    fc.assert(
      fc.property(odd, (one) => {
        expect(markdownTags(withName(one))).toEqual(honest)
      }),
      { numRuns: 60 },
    )
  })

  test('is text of the page in HTML', () => {
    const html = ({ verdict, context }: typeof HONEST) => tagsOf(renderHtml(verdict, context, { releases: new Map() }))
    const honest = html(HONEST)
    fc.assert(
      fc.property(odd, (one) => {
        expect(html(withName(one))).toEqual(honest)
      }),
      { numRuns: 40 },
    )
  })

  test('is one line of the status and of the log, which no runner takes for a command', () => {
    fc.assert(
      fc.property(odd, (one) => {
        const { verdict, context } = withName(one)
        const { statusDescription, title } = renderReport(verdict, context)
        expect(statusDescription.length).toBeLessThanOrEqual(140)
        const lines = annotations(verdict, context).map(({ message }) => safeLine(message))
        expect(lines).toHaveLength(verdict.findings.length)
        for (const line of [statusDescription, title, ...lines]) {
          expect(line).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069]|##\[|^\s*::/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is in the JSON report as it is', () => {
    fc.assert(
      fc.property(odd, (one) => {
        const { verdict, said } = withName(one)
        const json = reportJson(verdict)
        const words = [
          ...json.comparisons.map(({ reason }) => reason),
          ...json.findings.map(({ message }) => message),
        ].join('\n')
        for (const one of said) expect(words).toContain(plainText(one))
        expect(words).toContain(one)
      }),
      { numRuns: 300 },
    )
  })
})

import { execFileSync } from 'node:child_process'
import { stdout } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { code, prose } from '../../src/report/escape.ts'
import { parseMarker } from '../../src/report/marker.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { aComparison, aContext, aFinding, aService, aVerdict } from './verdicts.ts'

/** Pieces that mean something to Markdown, HTML, GitHub or the gate itself, between ordinary letters. */
const PIECES = [
  '|',
  '\\',
  '`',
  '``',
  '```',
  '\n',
  '\r\n',
  '\u2028',
  '<!--',
  '-->',
  '<img src=x>',
  '</details>',
  '<script>',
  '&lt;',
  '&#64;',
  '@octocat',
  '#1',
  'GH-1',
  'https://e.example',
  'www.e.example',
  'a@e.example',
  '[x](https://e.example)',
  '![x](https://e.example)',
  '*',
  '_',
  '~~',
  '$',
  ':',
  '#',
  '>',
  '-',
  '+',
  '1.',
  '=',
  ' ',
  '\t',
  '\u202e',
  '\u200b',
  '\u0000',
  '\ud83d',
  'a',
  'Z',
  '9',
  'é',
  '<!-- perf-gate:v1 name=a sha=b run=c -->',
]
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

/** As GitHub's table extension splits a row: a pipe after a backslash does not count. */
function unescapedPipes(row: string): number {
  return [...row.matchAll(/(?<!\\)\|/g)].length
}

describe('hostile text', () => {
  test('one cell stays one cell, on one line, without a marker', () => {
    fc.assert(
      fc.property(text, text, (name, message) => {
        const row = `| ${code(name)} | ${prose(message)} |`
        expect(unescapedPipes(row)).toBe(3)
        expect(row).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b]/)
        expect(row).not.toContain('<!--')
        expect(row.isWellFormed()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('a report has one marker, its own, whatever the names say', () => {
    fc.assert(
      fc.property(text, text, (name, message) => {
        const comparison = aComparison({
          service: name,
          endpoint: message,
          metric: name,
          stat: message,
          verdict: 'regressed',
          reason: [message],
        })
        const finding = aFinding({
          service: name,
          endpoint: message,
          metric: name,
          stat: message,
          expected: message,
          actual: name,
          problem: [message],
          action: [message],
        })
        const service = aService({ service: name, comparisons: [comparison], notes: [[message]] })
        const override = { kind: 'refused', by: name, why: message, next: message } as const
        const verdict = aVerdict({
          outcome: 'fail',
          blocked: true,
          services: [service],
          findings: [finding, { ...finding, rule: 'budget' }],
          override,
        })
        const { comment, statusDescription } = renderReport(
          verdict,
          aContext({ gateName: name, baseBranch: message, policySource: message }),
        )
        expect(comment.split('<!--')).toHaveLength(2)
        expect(parseMarker(comment)?.name).toBe(name.toWellFormed())
        expect(statusDescription.length).toBeLessThanOrEqual(140)
        expect(statusDescription).not.toMatch(/[\n\r]/)
      }),
      { numRuns: 300 },
    )
  })

  test("GitHub's own Markdown renderer sees rows of two cells, and no link, image or comment", () => {
    if (!hasRenderer()) {
      stdout.write('Skipped: cmark-gfm is not installed, so hostile cells were not rendered.\n')
      return
    }
    const samples = fc.sample(fc.tuple(text, text), { numRuns: 3000, seed: 7 })
    const rows = samples.map(([name, message]) => `| ${code(name)} | ${prose(message)} |`)
    const html = render(`| a | b |\n|---|---|\n${rows.join('\n')}\n`)
    expect(html.match(/<tr>/g)).toHaveLength(samples.length + 1)
    expect(html.match(/<td>/g)).toHaveLength(2 * samples.length)
    expect(html).not.toMatch(/<(?:a|img|script|details|em|strong|del|h\d|li)[ >]|<!--/)
    // What is left beside the code spans must not look like a mention, a reference, an emoji or a formula.
    const bare = html.replaceAll(/<code>[^<]*<\/code>/g, '')
    expect(bare).not.toMatch(/@\w|#\d|GH-\d|:\w+:|\$|https?:|www\./i)
  })
})

function hasRenderer(): boolean {
  try {
    execFileSync('cmark-gfm', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function render(markdown: string): string {
  return execFileSync('cmark-gfm', ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough'], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  })
}

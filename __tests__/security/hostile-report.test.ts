import { execFileSync } from 'node:child_process'
import { stdout } from 'node:process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Verdict } from '../../src/model/verdict.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { aComparison, aContext, aFinding, aService, aVerdict } from '../report/verdicts.ts'
import { NAMES } from './artifacts.ts'

/* GitHub's own renderer reads whole comments whose every name is hostile. What it makes of them must be what honest names give. */

const COMMENTS = 150

const text = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }).map((names) => names.join('')),
  fc.string({ unit: 'grapheme', minLength: 1 }),
)

function hostileVerdict(name: string, message: string, services = 1): Verdict {
  const all = Array.from({ length: services }, (_, index) => `${name}${services === 1 ? '' : index}`)
  const evidence = all.map((service) => {
    const named = {
      service,
      endpoint: message,
      metric: name,
      stat: message,
      verdict: 'regressed',
      reason: [message],
    } as const
    const comparisons = [aComparison({ service, verdict: 'regressed' }), aComparison(named)]
    return aService({ service, comparisons, notes: [[message]] })
  })
  const findings = all.map((service) =>
    aFinding({ service, endpoint: message, metric: name, stat: message, expected: message, actual: name, message }),
  )
  const override = { kind: 'refused', by: name, why: message, next: message } as const
  return aVerdict({ outcome: 'fail', blocked: true, services: evidence, findings, override })
}

function comment(verdict: Verdict, name: string): string {
  return renderReport(verdict, aContext({ gateName: name, baseBranch: name, policySource: name })).comment
}

function rendered(markdown: string): string {
  const extensions = ['table', 'autolink', 'strikethrough'].flatMap((name) => ['-e', name])
  return execFileSync('cmark-gfm', ['--unsafe', ...extensions], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  })
}

function hasRenderer(): boolean {
  try {
    execFileSync('cmark-gfm', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The tags in their order. Code and emphasis depend on words: a message may hold a name or none. */
function skeleton(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][\w]*)/g)].map(([, tag = '']) => tag).filter((tag) => !/^\/?code$/.test(tag))
}

test('a whole comment has no link, image, mention or comment that names put there', () => {
  if (!hasRenderer()) {
    stdout.write('Skipped: cmark-gfm is not installed, so hostile comments were not rendered.\n')
    return
  }
  const honest = skeleton(rendered(comment(hostileVerdict('checkout', 'too slow'), 'checkout')))
  for (const [name, message] of fc.sample(fc.tuple(text, text), { numRuns: COMMENTS, seed: 11 })) {
    const html = rendered(comment(hostileVerdict(name, message), name))
    expect([name, message, skeleton(html)]).toEqual([name, message, honest])
    const bare = html.replaceAll(/<code>[^<]*<\/code>/g, '').replace(/^<!-- perf-gate:v1 [^>]*-->/, '')
    expect([name, message, bare.match(/@\w|#\d|GH-\d|\$\w|<!--|<img|<script|javascript:/)]).toEqual([
      name,
      message,
      null,
    ])
  }
})

test('a comment that is too long loses whole rows and folds, keeps the worst, and says what it dropped', () => {
  const name = 'a|`<img>`@team'
  const verdict = hostileVerdict(name, 'b\n'.repeat(300), 400)
  const long = comment(verdict, name)
  expect(long.length).toBeLessThanOrEqual(60_000)
  expect(long).toMatch(/Left out, because this page has a size limit: the details of \d+ services/)
  expect(long.split('<details>').length).toBe(long.split('</details>').length)
  for (const row of long.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/\|$/)
})

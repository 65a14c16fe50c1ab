import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Remark } from '../../src/policy/rule.ts'
import { budget } from '../../src/policy/rules/budget.ts'
import { tooFewSamples } from '../../src/policy/rules/too-few-samples.ts'
import { headline, headlineText } from '../../src/report/headline.ts'
import { MARKDOWN, PLAIN } from '../../src/report/wording.ts'
import { aMeasurement, anEvidence, aRun, aServicePolicy } from '../policy/evidence.ts'
import { aContext, aVerdict } from './verdicts.ts'

const GOLDEN = new URL('../golden/', import.meta.url).pathname

/** Line 1 of every comment but the one whose names are hostile: these are as long as somebody wants. */
const LINES = globSync('*.md', { cwd: GOLDEN })
  .filter((file) => file !== 'hostile-names.md')
  .map((file) => {
    const line = /^\S+ \*\*.*$/m.exec(readFileSync(`${GOLDEN}${file}`, 'utf8'))?.[0] ?? ''
    return [basename(file, '.md'), line] as const
  })

/** A name in code is read as one word. */
function wordsIn(line: string): number {
  return line
    .replaceAll(/(`+).+?\1/g, 'name')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

describe('a reader with ten seconds', () => {
  test('the golden reports have more than 20 first lines', () => {
    expect(LINES.length).toBeGreaterThan(20)
  })

  test.each(LINES)('%s: at most 20 words in bold, 35 in all', (_, line) => {
    const bold = /\*\*(.*?)\*\*/.exec(line)?.[1] ?? ''
    expect({ line, isShort: wordsIn(bold) > 2 && wordsIn(bold) <= 20 }).toEqual({ line, isShort: true })
    expect({ line, isShort: wordsIn(line) <= 35 }).toEqual({ line, isShort: true })
  })

  test.each(LINES)('%s: no sentence begins in the middle of another, and none is said twice', (_, line) => {
    expect(line).not.toMatch(/: (?:The|Not|There|No|A) /)
    const sentences = line.replaceAll('**', '').split(/(?<=\.) /)
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(line).not.toMatch(/`([^`]+)`: \1\b/)
  })
})

/** Names that look like the end of a sentence, like a word of a message, or like Markdown. */
const NAMES = ['GET /v1. Orders', '1. Login', 'requests', 'are needed', 'a: b', 'is over! Really?', 'p95 of checkout']

describe.each(NAMES)('an endpoint and a service called "%s"', (called) => {
  const endpoint = aMeasurement({ endpoint: called, stats: { p95: 400 }, sampleCount: 10 })
  const evidence = anEvidence({
    service: called,
    candidateRuns: [aRun({ service: called, run: { measurements: [aMeasurement({ sampleCount: 10 }), endpoint] } })],
    comparisons: anEvidence().comparisons.map((one) => ({ ...one, service: called })),
  })
  const limit = { metric: 'http_req_duration', stat: 'p95', endpoint: called, max: 300, min: null, text: '300ms' }

  function lineOf(findings: readonly Remark[], wording = MARKDOWN): string {
    const judged = findings.map((one) => ({ ...one, word: 'blocked', level: 'fail' as const }))
    const verdict = aVerdict({ outcome: 'fail', blocked: true, findings: judged, services: [evidence] })
    return headlineText(headline(verdict, aContext(), wording), wording)
  }

  test('does not tear line 1 apart', () => {
    const findings = budget.check(evidence, aServicePolicy({ budgets: [limit] }))
    const bold = `**Blocked: p95 of \`${called}\` in \`${called}\` is 400.0 ms: over the budget of 300ms.**`
    expect(lineOf(findings)).toContain(bold)
    expect(lineOf(findings, PLAIN)).toContain(`p95 of ${called} in ${called} is 400.0 ms`)
  })

  test('is named in line 1', () => {
    const findings = tooFewSamples.check(evidence, aServicePolicy())
    expect(lineOf(findings)).toContain(`**Blocked: p95 of \`${called}\` rests on 10 requests in a candidate run;`)
  })
})

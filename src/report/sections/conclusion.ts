import template from '../../../templates/conclusion.hbs'
import { count, firstOf, listed } from '../../model/numbers.ts'
import type { Outcome, Verdict } from '../../model/verdict.ts'
import { code } from '../escape.ts'
import { headline } from '../headline.ts'
import { coverageCount } from '../second-line.ts'
import type { Section } from '../section.ts'
import { MARKDOWN } from '../wording.ts'

const MAX_NAMES = 5

/** The outcome in one word, with line 1, the coverage and the blocking services. */
export const conclusion: Section = {
  id: 'conclusion',
  place: 'end',
  template,
  build(verdict, context) {
    const words = OUTCOME_WORDS[verdict.outcome]
    return {
      outcome: verdict.enforced === false ? `🚧 NOT ENFORCED: ${words}` : words,
      statement: headline(verdict, context, MARKDOWN).statement,
      coverage: `${coverageCount(verdict)}.`,
      services: servicesText(verdict),
    }
  },
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  invalid: '❌ INVALID',
  fail: '❌ FAIL',
  pending: '⏳ NOT DECIDED YET',
  overridden: '🔓 OVERRIDDEN',
  'no-baseline': '🚧 NOT A GATE YET',
  warn: '⚠️ PASS WITH WARNING',
  pass: '✅ PASS',
}

/** `2 of 3 services blocked`, with the names of the blocking services. */
function servicesText({ findings, services }: Verdict): string {
  const blocking = [
    ...new Set(findings.flatMap(({ level, service }) => (level === 'fail' && service !== null ? [service] : []))),
  ]
  if (blocking.length === 0 || services.length < 2) return ''
  const names = firstOf(blocking.map(code), MAX_NAMES)
  return `${blocking.length} of ${count(services.length, 'service')} blocked: ${listed(names)}.`
}

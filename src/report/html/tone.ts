import type { ComparisonVerdict, SeriesRole } from '../../model/comparison.ts'
import type { Outcome } from '../../model/verdict.ts'

/** Good or bad: a class of the style sheet. Each tone has a different shape as well, so that readers do not depend on colour. */
export type Tone = 'bad' | 'caution' | 'better' | ''

/** The tone of a verdict on a series. */
export function toneOf(verdict: ComparisonVerdict, role: SeriesRole): Tone {
  if (verdict === 'improved') return 'better'
  if (role === 'other') return ''
  if (['regressed', 'unproven', 'missing', 'invalid'].includes(verdict)) return 'bad'
  return ['slower', 'not-comparable'].includes(verdict) ? 'caution' : ''
}

/** The tone of the outcome of the gate. */
export function toneOfOutcome(outcome: Outcome): Tone {
  if (outcome === 'pass') return 'better'
  return outcome === 'fail' || outcome === 'invalid' ? 'bad' : 'caution'
}

const PATHS = {
  bad: 'M5 5L11 11M11 5L5 11',
  caution: 'M8 4V9M8 11.5V12',
  better: 'M4.5 8.5L7 11L11.5 5.5',
} as const

/** A cross, an exclamation mark or a tick in a disc. Drawn, because not every machine has a font with these signs. */
export function toneIcon(tone: Tone): string {
  if (tone === '') return ''
  const sign = `<path d="${PATHS[tone]}" fill="none" stroke="var(--page)" stroke-width="2" stroke-linecap="round"/>`
  return `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="8" fill="currentColor"/>${sign}</svg>`
}

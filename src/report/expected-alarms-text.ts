import type { ExpectedFalseAlarms, ServiceEvidence } from '../model/comparison.ts'
import { count } from '../model/numbers.ts'
import type { Verdict } from '../model/verdict.ts'

/** The largest share of unchanged pull requests that a set-up may block without a note in the report. */
const PROMISED = 0.05

/** How many unchanged pull requests this set-up blocks, and what would help. Empty: the share is within `PROMISED` or not known. */
export function expectedAlarmsText({ expectedFalseAlarms: expected, services }: Verdict): string {
  if (expected == null || expected.ratio <= PROMISED) return ''
  const { ratio, confirmedRatio } = expected
  const those = judgedWords(expected)
  const blocked = (share: number) =>
    `about ${frequency(share)} unchanged pull requests ${share > 1 / 3 ? 'are' : 'is'} blocked`
  if (confirmedRatio === null) {
    return `With ${those}, ${blocked(ratio)} in spite of the confirmation: runs vary too much here.`
  }
  const runs = runsText(services.filter(({ design }) => design !== 'none'))
  const helped = confirmedRatio < ratio / 2 ? `; \`confirmation\` makes it ${frequency(confirmedRatio)}` : ''
  return `With ${those}${runs}, ${blocked(ratio)}${helped}.`
}

function judgedWords({ services, series }: ExpectedFalseAlarms): string {
  if (series === 1) return 'this service'
  return series === services ? `these ${services} services` : `these ${series} gated series`
}

/** `1 in 4`; for more than a third `7 in 10`. */
function frequency(share: number): string {
  if (share < 0.01) return 'fewer than 1 in 100'
  return share > 1 / 3 ? `${Math.round(10 * share)} in 10` : `1 in ${Math.round(1 / share)}`
}

/** ` and 5 pairs`; empty if the services have different numbers. */
function runsText(services: readonly ServiceEvidence[]): string {
  const texts = services.flatMap(({ design, comparisons }) =>
    comparisons
      .filter(({ role, estimate }) => role === 'primary' && estimate !== null)
      .map(({ runs }) => {
        if (design === 'pairs') return count(runs.candidate, 'pair')
        return design === 'runs' ? `${count(runs.candidate, 'run')} per side` : count(runs.candidate, 'job')
      }),
  )
  const [first, ...others] = new Set(texts)
  return first === undefined || others.length > 0 ? '' : ` and ${first}`
}

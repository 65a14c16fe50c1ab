import { count, formatSize } from '../model/numbers.ts'
import { name, type Text, text } from '../model/text.ts'
import type { WatchComparison, WatchedService, WatchReport } from '../model/watch.ts'

/** `2026-11-25T10:00:00Z` */
export function atUtc(seconds: number): string {
  return new Date(1000 * seconds).toISOString().replace('.000Z', 'Z')
}

/** Marked as words of the gate. Otherwise escaping would print the time as code, because of the colon. */
function moment(seconds: number): Text {
  return [{ words: timeText(seconds) }]
}

/** `2026-11-25 10:00 UTC` */
export function timeText(seconds: number): string {
  return `${new Date(1000 * seconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The result for a service, in one sentence without a full stop. */
export function watchStatement({ service, outcome, findings, comparison }: WatchedService): Text {
  const problem = findings[0]?.said.problem
  switch (outcome) {
    case 'fail':
    case 'warn':
      return text`${name(service)}: ${problem ?? []}`
    case 'no-data':
      return text`${name(service)} cannot be judged: ${problem ?? []}`
    case 'pass':
      return text`${name(service)} shows no slowdown${seen(comparison)}`
  }
}

function seen(comparison: WatchComparison | null): Text {
  const visible = comparison?.visibleRatio ?? null
  return visible === null ? [] : text`; one of less than about ${formatSize(visible)} would not be seen`
}

/** How the two sides were compared. */
export function comparedWith({ kind, units, versions, fromS, untilS }: WatchComparison): Text {
  const minutes = Math.round((untilS - fromS) / 60).toString()
  if (kind === 'pods') {
    const { baseline, candidate } = versions
    return text`${count(units.candidate, 'pod')} of ${name(candidate ?? 'the new version')} beside ${count(units.baseline, 'pod')} of ${name(baseline ?? 'the old version')}, for ${minutes} minutes until ${moment(untilS)}`
  }
  return text`${minutes} minutes until ${moment(untilS)} against those before the deployment, beside the same step on ${count(units.baseline, 'day')} before`
}

/** The number and the time of this look. */
export function lookText({ look, deployedAtS, environment }: WatchReport): Text {
  const where = environment === null ? text`` : text` to ${name(environment)}`
  return text`Deployed${where} at ${moment(deployedAtS)}. Look ${look.number.toString()} of ${look.of.toString()}, ${look.minutes.toString()} minutes, until ${moment(look.endsAtS)}.`
}

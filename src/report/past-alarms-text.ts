import type { PastAlarms } from '../model/replay.ts'
import { formatShare, percentOf } from './share-text.ts'

/**
 * How often this gate blocks unchanged code, measured on the pushes of the baseline. Empty: not known yet.
 *
 * @param branch the branch as it is written in the report
 */
export function pastAlarmsText(past: PastAlarms | null | undefined, branch: string): string {
  if (past == null) return ''
  const { pushes, blocked, real, falseAlarms, beforeConfirmation } = past
  const when = beforeConfirmation ? ', before a confirmation,' : ''
  const whole = `On the last ${pushes} pushes to ${branch} this gate would${when} have blocked`
  if (blocked === 0) return `${whole} none: its rate of false alarms here is ${formatShare(falseAlarms)}.`
  const share = `${whole} ${blocked} (${percentOf(blocked / pushes)})`
  if (real === 0) {
    const what = blocked === 1 ? 'that was no lasting change' : 'none of those was a lasting change'
    return `${share}, and ${what}: a rate of false alarms of ${formatShare(falseAlarms)}.`
  }
  const accepted = real === 1 ? '1 was an accepted or lasting change' : `${real} were accepted or lasting changes`
  const rest = blocked - real
  const others =
    rest === 0 ? 'none was a false alarm' : rest === 1 ? '1 was a false alarm' : `${rest} were false alarms`
  return `${share}: ${accepted}, ${others}. Its rate of false alarms here is ${formatShare(falseAlarms)}.`
}

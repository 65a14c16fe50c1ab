import type { LadderRung } from '../model/capacity.ts'
import { formatMs, formatValue } from '../model/numbers.ts'
import { perS } from './capacity-words.ts'
import { NOTHING } from './comparison-row.ts'

/** One step of the ladder, ready to print. */
export function rungRow(rung: LadderRung) {
  return {
    load: rung.offeredPerS === null ? String(Math.round(rung.users)) : perS(rung.offeredPerS),
    good: perS(rung.goodPerS),
    latency: formatMs(rung.latencyMs),
    p95: rung.p95Ms === null ? NOTHING : formatMs(rung.p95Ms),
    errors: formatValue(rung.errorRatio, 'ratio'),
    dropped: formatValue(rung.droppedRatio, 'ratio'),
    note: rung.leftOut === null ? '' : `left out: ${rung.leftOut}`,
  }
}

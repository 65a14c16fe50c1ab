import { createHash } from 'node:crypto'
import type { Side } from '../model/run.ts'

/**
 * The order of the two versions in a pair. Of every two consecutive pairs, one runs the baseline first and the other the
 * candidate; a hash of the seed decides which. Both versions therefore run first equally often, wherever the measurement ends,
 * and a drift or a rhythm of the machine affects both (statistics/run-order.ts has the figures).
 *
 * @param pair counted from 1
 */
export function orderOfPair(seed: number, service: string, pair: number): readonly [Side, Side] {
  const block = Math.ceil(pair / 2)
  const coin = (createHash('sha256').update(`${seed}/${service}/${block}`).digest()[0] ?? 0) % 2
  return (coin + pair) % 2 === 0 ? ['baseline', 'candidate'] : ['candidate', 'baseline']
}

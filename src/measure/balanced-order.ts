import { createHash } from 'node:crypto'
import type { Side } from '../model/run.ts'

/**
 * Which version of a pair runs first: A B, then B A, or the other way round, by a coin for each two pairs. So both versions come first
 * equally often, whenever it ends, and a drift or a rhythm of the machine hits both (statistics/run-order.ts has the figures).
 *
 * @param pair from 1
 */
export function orderOfPair(seed: number, service: string, pair: number): readonly [Side, Side] {
  const block = Math.ceil(pair / 2)
  const coin = (createHash('sha256').update(`${seed}/${service}/${block}`).digest()[0] ?? 0) % 2
  return (coin + pair) % 2 === 0 ? ['baseline', 'candidate'] : ['candidate', 'baseline']
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { plateausOf } from '../../src/capacity/plateaus.ts'
import { createCsvScanner } from '../../src/formats/csv-scanner.ts'
import { readLoadSeconds } from '../../src/formats/k6-load-seconds.ts'
import type { Rung } from '../../src/model/rung.ts'

export const CAPACITY_FIXTURES = fileURLToPath(new URL('../fixtures/capacity/', import.meta.url))

/** The steps of a recorded ladder. */
export async function recordedLadder(name: string): Promise<readonly Rung[]> {
  const bytes = gunzipSync(readFileSync(`${CAPACITY_FIXTURES}${name}/points.csv.gz`))
  return plateausOf(await readLoadSeconds(oneChunk(bytes), createCsvScanner), name)
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** A step of an invented ladder of waiting users, on which everything agrees. */
export function aRung(users: number, goodPerS: number, changes: Partial<Rung> = {}): Rung {
  const latencyMs = (users / goodPerS) * 1000
  return {
    source: 'invented',
    model: 'closed',
    users,
    offeredPerS: null,
    goodPerS,
    iterationsPerS: goodPerS,
    latencyMs,
    p95Ms: 1.5 * latencyMs,
    iterationMs: latencyMs,
    requestsMs: latencyMs,
    errorRatio: 0,
    droppedRatio: 0,
    seconds: 10,
    ...changes,
  }
}

/** The steps of a pool of workers: each user at full speed until all workers are busy. */
export function poolLadder(users: readonly number[], workers: number, maxPerS: number): readonly Rung[] {
  return users.map((one) => aRung(one, Math.min(one / workers, 1) * maxPerS))
}

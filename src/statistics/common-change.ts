import { median } from 'simple-statistics'
import type { ServiceEvidence } from '../model/comparison.ts'
import { worseBy } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'

/** Fewer series move together by chance. */
const MIN_SERIES = 5
/** The share of the series that must move the same way. */
const MIN_SHARE = 0.8
/** Smaller moves are noise on any machine. */
const MIN_MOVE_LOG = Math.log(1.02)

/**
 * What to say where nearly all gated series of one machine moved the same way by a similar size (half to one and a half of
 * their median): one cause is more likely than many, and a slow machine is one. It is never subtracted: a change to what
 * all of them share looks the same.
 *
 * @returns a sentence for each service that shared such a machine
 */
export function commonChanges(evidence: readonly ServiceEvidence[]): ReadonlyMap<string, Text> {
  const notes = new Map<string, Text>()
  for (const services of machines(evidence)) {
    const note = noteOn(services)
    if (note !== null) for (const { service } of services) notes.set(service, note)
  }
  return notes
}

/** Services by the machine of their candidate. Where both sides shared the machine, it cannot be the reason. */
function machines(evidence: readonly ServiceEvidence[]): readonly (readonly ServiceEvidence[])[] {
  const byJob = new Map<string, ServiceEvidence[]>()
  for (const one of evidence) {
    if (one.design === 'pairs' || one.design === 'runs' || one.candidateRuns.length === 0) continue
    const jobs = [...new Set(one.candidateRuns.map(({ jobId }) => jobId))].toSorted()
    const key = JSON.stringify(jobs)
    byJob.set(key, [...(byJob.get(key) ?? []), one])
  }
  return [...byJob.values()]
}

function noteOn(services: readonly ServiceEvidence[]): Text | null {
  const moves = services.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ role, better, estimate }) =>
      role === 'other' || estimate === null ? [] : [worseBy({ better }, Math.log1p(estimate.changeRatio))],
    ),
  )
  if (moves.length < MIN_SERIES) return null
  const centre = median(moves)
  const alike = moves.filter((move) => Math.abs(move - centre) <= Math.abs(centre) / 2)
  if (Math.abs(centre) < MIN_MOVE_LOG || alike.length < MIN_SHARE * moves.length) return null
  const word = centre > 0 ? 'slower' : 'faster'
  const size = (100 * Math.abs(Math.expm1(centre))).toFixed(1)
  return text`The whole machine looks ${word}: ${alike.length} of ${moves.length} gated series became ${word} by about ${size} %. A change to something that all of them use looks the same, so nothing was subtracted. Run both versions in the same job, in turns, to tell the two apart.`
}

import { median } from 'simple-statistics'
import type { ServiceEvidence } from '../model/comparison.ts'
import { worseBy } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'
import { groupBy } from './grouping.ts'

/** With fewer series, chance alone moves all of them the same way. */
const MIN_SERIES = 5
/** The share of the series that must move the same way. */
const MIN_SHARE = 0.8
/** Smaller changes are noise on any machine. */
const MIN_MOVE_LOG = Math.log(1.02)

/**
 * A note for each machine on which nearly all gated series changed the same way by a similar size (half to one and a half of
 * their median). One cause is then more likely than many, and a slow machine is a possible cause. The common change is never
 * subtracted, because a change to code that all services share looks the same.
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

/**
 * Services by the machine of their candidate. Services whose two sides shared a machine are left out: there the machine cannot be
 * the cause.
 */
function machines(evidence: readonly ServiceEvidence[]): readonly (readonly ServiceEvidence[])[] {
  const apart = evidence.filter(
    ({ design, candidateRuns }) => design !== 'pairs' && design !== 'runs' && candidateRuns.length > 0,
  )
  const jobsOf = ({ candidateRuns }: ServiceEvidence) =>
    JSON.stringify([...new Set(candidateRuns.map(({ jobId }) => jobId))].toSorted())
  return [...groupBy(apart, jobsOf).values()]
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

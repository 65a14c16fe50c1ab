import type { Comparison } from '../../model/comparison.ts'
import { estimatedCandidate } from '../../model/estimated-candidate.ts'
import { formatRatio } from '../../model/numbers.ts'
import { worseBy } from '../../model/series.ts'
import { written } from '../../model/text.ts'
import { comparisonRow, NOTHING } from '../comparison-row.ts'
import { plain } from '../escape.ts'
import { PLAIN, statisticName } from '../wording.ts'
import { toneOf } from './tone.ts'

/** Columns of the table of all series. */
export function seriesColumns(candidateTitle: string): readonly Readonly<{ name: string; isNumber: boolean }>[] {
  const text = (name: string) => ({ name, isNumber: false })
  const number = (name: string) => ({ name, isNumber: true })
  return [
    text('Service'),
    text('Endpoint'),
    text('Metric'),
    number('Baseline'),
    number(candidateTitle),
    number('Change'),
    number('Plausible range'),
    number('Limit'),
    number('Runs'),
    text('Verdict'),
  ]
}

/** One series as a row of the table of all series. Nothing in it is escaped. */
export function seriesRow(comparison: Comparison) {
  const { service, endpoint, estimate, role, limitRatio, better, runs, reason, verdict } = comparison
  const printed = comparisonRow({ ...comparison, reason: null }, undefined)
  const limit = role === 'other' || limitRatio === null ? null : worseBy({ better }, limitRatio)
  // A share has no estimate of its ratio: its change is in percentage points.
  const change = estimate === null ? printed.change : formatRatio(estimate.changeRatio, limitRatio)
  return {
    isGated: role !== 'other',
    service: plain(service),
    endpoint: endpoint === null ? '(all)' : plain(endpoint, MAX_NAME),
    metric: statisticName(comparison, PLAIN),
    baseline: cell(printed.baseline, comparison.baseline),
    candidate: cell(printed.candidate, estimatedCandidate(comparison)),
    change: cell(change, estimate?.changeRatio ?? null),
    range:
      estimate === null
        ? cell(NOTHING, null)
        : cell(`${formatRatio(estimate.lower)} … ${formatRatio(estimate.upper)}`, estimate.upper - estimate.lower),
    limit: cell(printed.limit, limit),
    runs: cell(`${runs.baseline} / ${runs.candidate}`, runs.candidate),
    verdict: reason === null ? printed.verdict : `${printed.verdict}: ${written(reason, PLAIN)}`,
    tone: toneOf(verdict, role),
  }
}

const MAX_NAME = 120

/** A cell that is sorted by its number. `value`: empty if there is no number. */
function cell(text: string, value: number | null) {
  return { text, value: value !== null && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '' }
}

import type { ServiceEvidence } from '../../model/comparison.ts'
import { formatValue } from '../../model/numbers.ts'
import { seriesId } from '../../model/series.ts'
import { name, series as seriesPart, text } from '../../model/text.ts'
import { gatedSeries, lacksBaseline, wasRefused } from '../gated-series.ts'
import { type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'

/** A series is measured for the first time, so nothing guards it yet. missing-baseline.ts reports a known service without a baseline. */
export const newSeries: Rule<'new'> = {
  id: 'new-series',
  levels: {
    new: {
      default: 'warn',
      word: 'new, no baseline',
      about: 'there is no baseline for it yet',
    },
  },
  check(evidence: ServiceEvidence): readonly Remark<'new'>[] {
    if (wasRefused(evidence, 'baseline')) return []
    if (lacksBaseline(evidence)) return evidence.known ? [] : [newService(evidence.service)]
    return gatedSeries(evidence)
      .filter(({ verdict }) => verdict === 'new')
      .map((series) => ({
        rule: 'new',
        ...seriesId(series),
        expected: 'a baseline',
        actual: series.candidate === null ? 'new' : `${formatValue(series.candidate, series.unit)}, new`,
        problem: text`${seriesPart(series)} is new: it has no baseline yet`,
        action: WHEN_COMPARED,
      }))
  },
}

const WHEN_COMPARED = text`It is compared once the default branch has recorded it.`

function newService(service: string): Remark<'new'> {
  return {
    rule: 'new',
    service,
    ...WHOLE_SERVICE,
    expected: 'a baseline',
    actual: 'none',
    problem: text`${name(service)} is new: it has no baseline yet`,
    action: WHEN_COMPARED,
  }
}

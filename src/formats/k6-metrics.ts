import { BYTES, builtInTraits, COUNTER, type MetricTraits, RATE } from '../model/k6-metrics.ts'
import type { Better, MetricKind } from '../model/measurement.ts'

/**
 * The traits of any metric. `contains` is k6's word for the values of a custom metric
 * (https://grafana.com/docs/k6/latest/javascript-api/k6-metrics/trend/), or null if the file does not have it. For
 * custom metrics, the better direction is known in two cases: a shorter time is better, and the name of a share or
 * counter may tell.
 */
export function traitsOf(metric: string, kind: MetricKind, contains: string | null): MetricTraits {
  const builtIn = builtInTraits(metric)
  if (builtIn !== null) return builtIn
  if (kind === 'counter') return { ...(contains === 'data' ? BYTES : COUNTER), better: directionInName(metric) }
  if (kind === 'rate') return { ...RATE, better: directionInName(metric) }
  const zeroIsNormal = kind === 'gauge'
  if (contains === 'time') return { kind, unit: 'ms', better: kind === 'trend' ? 'lower' : 'neither', zeroIsNormal }
  return { kind, unit: contains === 'data' ? 'bytes' : 'none', better: 'neither', zeroIsNormal }
}

/** Words in the name of a share or counter that show what it counts: failures or successes. */
const BAD_WORD = /^(?:fail|fails|failed|failures?|errors?|errored|timeouts?|rejected|dropped|lost)$/
const GOOD_WORD = /^(?:success|successes|successful|successfully|succeeded|passed|ok)$/

/**
 * The better direction by the name: lower for `login_errors` and `LoginErrors`, higher for `success_rate`, unknown for
 * a name with both kinds of words.
 */
function directionInName(metric: string): Better {
  const words = metric
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
  const isBad = words.some((word) => BAD_WORD.test(word))
  const isGood = words.some((word) => GOOD_WORD.test(word))
  if (isBad === isGood) return 'neither'
  return isBad ? 'lower' : 'higher'
}

import { BYTES, builtInTraits, COUNTER, type MetricTraits, RATE } from '../model/k6-metrics.ts'
import type { Better, MetricKind } from '../model/measurement.ts'

/**
 * The traits of any metric. `contains` is k6's own word for what a metric of the script holds
 * (https://grafana.com/docs/k6/latest/javascript-api/k6-metrics/trend/); null where the file does not say.
 * Which direction is good is unknown for a metric of the script, except that a time is better when it is shorter, and where the name
 * of a share or of a counter says it.
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

/** Words that only a share or a count of what went wrong has in its name, and those of what went well. */
const BAD_WORD = /^(?:fail|fails|failed|failures?|errors?|errored|timeouts?|rejected|dropped|lost)$/
const GOOD_WORD = /^(?:success|successes|successful|successfully|succeeded|passed|ok)$/

/** `login_errors` and `LoginErrors` should be low, `success_rate` high. A name with both kinds of words says nothing. */
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

import { builtInTraits } from '../model/k6-metrics.ts'
import type { Unit } from '../model/measurement.ts'
import { RESOURCE_STATS } from '../model/resources.ts'

const RESOURCE_EXAMPLES: Readonly<Partial<Record<Unit, string>>> = { ms: '2ms', bytes: '512MiB', ratio: '80%' }

/**
 * The unit of one statistic of a metric that has one meaning everywhere, with an example, so that a budget with the wrong unit is an error of
 * the policy file and not a limit that never bites. null: not known, any unit may be right.
 */
export function metricUnit(metric: string, stat: string): Readonly<{ unit: Unit; example: string }> | null {
  const resource = RESOURCE_STATS.get(metric)
  if (resource !== undefined) {
    return resource.stats.includes(stat)
      ? { unit: resource.unit, example: RESOURCE_EXAMPLES[resource.unit] ?? '2' }
      : null
  }
  const traits = builtInTraits(metric)
  if (traits === null || traits.kind === 'gauge') return null
  if (traits.kind === 'rate') return stat === 'rate' ? { unit: 'ratio', example: '1%' } : null
  if (traits.kind === 'counter' && stat === 'rate') {
    return traits.unit === 'per-second'
      ? { unit: 'per-second', example: '100/s' }
      : { unit: 'bytes-per-second', example: '10MB/s' }
  }
  if (traits.unit === 'bytes-per-second') return { unit: 'bytes', example: '512MiB' }
  if (traits.kind === 'counter' || stat === 'count') return { unit: 'none', example: '1000' }
  return traits.unit === 'ms' ? { unit: 'ms', example: '300ms' } : null
}

/**
 * The only direction that can be good for such a metric: nobody wants slower requests or fewer passed checks. null: either direction may be
 * good. Some want fewer bytes or fewer requests for the same page.
 */
export function onlyDirection(metric: string): 'lower' | 'higher' | null {
  const traits = builtInTraits(metric)
  if (traits === null || traits.better === 'neither') return null
  return traits.kind === 'counter' && traits.better === 'higher' ? null : traits.better
}

import type { Resource, SampledLoad } from './resource.ts'
import { largest, limitOf, spreadOf } from './resource-counters.ts'

export const memory: Resource = {
  metric: 'memory',
  needs: 'all-the-time',
  measure(load) {
    const values = largestBytes(load)
    const sum = values.reduce((total, one) => total + one, 0)
    return { ...spreadOf(values), avg: values.length === 0 ? null : sum / values.length }
  },
}

export const memoryOfLimit: Resource = {
  metric: 'memory_of_limit',
  needs: 'all-the-time',
  measure(load) {
    const limitBytes = limitOf(load.within, 'memoryLimitBytes')
    return limitBytes === null ? null : { max: largest([0, ...largestBytes(load)]) / limitBytes }
  },
}

/** The memory of the largest instance at each time. */
function largestBytes({ within }: SampledLoad): readonly number[] {
  const largestAt = new Map<number, number>()
  for (const { t, memoryBytes } of within) largestAt.set(t, Math.max(memoryBytes, largestAt.get(t) ?? 0))
  return [...largestAt.values()]
}

import { text } from '../model/text.ts'
import type { Resource } from './resource.ts'
import { largest, limitOf, ratesOf, riseOf, spreadOf } from './resource-counters.ts'
import type { ResourceSample } from './resources.ts'

export const cpuSeconds = (one: ResourceSample): number => one.cpuSeconds

export const cpuPerRequest: Resource = {
  metric: 'cpu_per_request',
  needs: 'both-ends',
  measure: ({ instances, window, requests }) =>
    requests
      ? { avg: (1000 * riseOf(instances, cpuSeconds, window)) / requests }
      : text`the number of requests of the whole load is not known`,
}

export const cpuCores: Resource = {
  metric: 'cpu_cores',
  needs: 'both-ends',
  measure: ({ instances, window }) => ({
    avg: riseOf(instances, cpuSeconds, window) / (window.endSeconds - window.startSeconds),
    ...spreadOf(ratesOf(instances, cpuSeconds, window)),
  }),
}

export const cpuOfLimit: Resource = {
  metric: 'cpu_of_limit',
  needs: 'both-ends',
  measure({ instances, window, within }) {
    const limitCores = limitOf(within, 'cpuLimitCores')
    if (limitCores === null) return null
    // A limit applies to each instance.
    const rates = instances.flatMap((own) => ratesOf([own], cpuSeconds, window))
    return rates.length === 0 ? text`the load was shorter than a second` : { max: largest([0, ...rates]) / limitCores }
  },
}

export const cpuThrottled: Resource = {
  metric: 'cpu_throttled',
  needs: 'both-ends',
  measure({ instances, window }) {
    const periods = riseOf(instances, (one) => one.periods ?? 0, window)
    const throttled = riseOf(instances, (one) => one.throttledPeriods ?? 0, window)
    return periods > 0 ? { rate: throttled / periods } : null
  },
}

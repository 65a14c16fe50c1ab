import type { Measurement } from '../model/measurement.ts'
import { type Text, text } from '../model/text.ts'

/* The measurements that load tools with their own request counts have in common. */

/** The fields of a latency of the whole service, whatever the tool calls it. */
export const LATENCY_FIELDS = {
  metric: 'latency',
  endpoint: null,
  kind: 'trend',
  unit: 'ms',
  better: 'lower',
  quantity: 'latency',
} as const

/** Why there is no latency. */
export function noneSucceeded(requests: number): Text {
  return text`all ${requests} requests failed, so there is no time of a successful request`
}

/** The share of failed requests of the whole service. */
export function errorShare(failed: number, all: number): Measurement {
  return {
    metric: 'errors',
    endpoint: null,
    kind: 'rate',
    unit: 'ratio',
    better: 'lower',
    population: 'all',
    quantity: 'error-share',
    sampleCount: all,
    stats: all === 0 ? new Map() : new Map([['rate', failed / all]]),
    unusable: all === 0 ? new Map([['rate', text`no samples`]]) : new Map(),
  }
}

/** The number of requests, and requests per second. null: the duration is not known. */
export function throughput(requests: number, perSecond: number | null): Measurement {
  return {
    metric: 'requests',
    endpoint: null,
    kind: 'counter',
    unit: 'per-second',
    better: 'higher',
    population: 'all',
    quantity: 'throughput',
    sampleCount: null,
    stats: new Map([['count', requests], ...(perSecond === null ? [] : [['rate', perSecond] as const])]),
    unusable: new Map(),
  }
}

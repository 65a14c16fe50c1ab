import type { Measurement } from '../model/measurement.ts'
import { type Text, text } from '../model/text.ts'

/* What load tools that count requests by themselves have in common. */

/** Of a latency, whatever the tool calls it. */
export const LATENCY = { metric: 'latency', kind: 'trend', unit: 'ms', better: 'lower', quantity: 'latency' } as const

/** Why there is no latency. */
export function noneSucceeded(requests: number): Text {
  return text`all ${requests} requests failed, so there is no time of a successful request`
}

/** The share of what failed, over the whole service. */
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

/** How many requests there were, and how many a second. null: the time is not known. */
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

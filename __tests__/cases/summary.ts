/** Values of one metric as k6 writes them. */
export type Values = Readonly<Record<string, unknown>>

/** A summary as `k6 run --summary-export` writes it. */
export type Summary = Readonly<{ root_group: Values; metrics: Readonly<Record<string, Values>> }>

const REQUESTS = 2000
const SECONDS = 60

export function trend(p95: number): Values {
  return { avg: 0.6 * p95, min: 0.1 * p95, med: 0.55 * p95, max: 2 * p95, 'p(90)': 0.85 * p95, 'p(95)': p95 }
}

export function counter(count: number): Values {
  return { count, rate: count / SECONDS }
}

export function share(passes: number, fails: number): Values {
  return { passes, fails, value: passes / (passes + fails) }
}

/** A load test of a minute with 2,000 requests. `null` takes a metric away. */
export function summary(p95: number, changes: Readonly<Record<string, Values | null>> = {}): Summary {
  const all: Readonly<Record<string, Values | null>> = {
    http_req_duration: trend(p95),
    http_req_failed: share(0, REQUESTS),
    http_reqs: counter(REQUESTS),
    iterations: counter(REQUESTS),
    iteration_duration: trend(1000),
    vus_max: { value: 10, min: 10, max: 10 },
    ...changes,
  }
  const metrics = Object.entries(all).flatMap(([name, values]) => (values === null ? [] : [[name, values] as const]))
  return { root_group: { name: '', path: '', groups: {}, checks: {} }, metrics: Object.fromEntries(metrics) }
}

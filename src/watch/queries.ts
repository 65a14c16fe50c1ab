import type { MonitoringPolicy } from '../model/policy.ts'

/**
 * The queries about one service. `increase` stands inside `sum`, because otherwise the restart of one pod would lose requests.
 */
export type Queries = Readonly<{
  /** One series for each pod that is scraped. */
  pods: string
  /** One series as long as any pod is scraped. */
  anyPod: string
  /** Requests by bucket, of all pods or of one version. */
  buckets(windowS: number, version: string | null): string
  bucketsByPod(windowS: number): string
  /** Requests that have a status. `failed` counts those whose status is a failure. */
  withStatus(windowS: number, version: string | null): string
  failed(windowS: number, version: string | null): string
  withStatusByVersion(windowS: number): string
  failedByVersion(windowS: number): string
  /** All values of the service label in the histogram, for a message. */
  services: string
}>

export type Labels = Readonly<{
  version: string
  pod: string
  /** Further labels that each series must have. */
  more: ReadonlyMap<string, string>
}>

export function queriesFor(
  service: string,
  metrics: MonitoringPolicy,
  { version, pod, more: others }: Labels,
): Queries {
  const { histogram, statusLabel, serviceLabel, errorStatus } = metrics
  const counter = metrics.counter ?? `${histogram}_count`
  const selector = (metric: string, one: string | null, more: readonly string[] = []): string => {
    const matchers = [
      `${serviceLabel}=${quoted(service)}`,
      ...[...others].map(([name, value]) => `${name}=${quoted(value)}`),
      ...(one === null ? [] : [`${version}=${quoted(one)}`]),
      ...more,
    ]
    return `${metric}{${matchers.join(',')}}`
  }
  const hasStatus = `${statusLabel}!=""`
  const isFailed = `${statusLabel}=~${quoted(errorStatus)}`
  const sum = (by: string, inner: string, windowS: number) => `sum${by} (increase(${inner}[${windowS}s]))`
  const versions = ` by (${version})`
  return {
    pods: `count by (${version}, ${pod}) (${selector(`${histogram}_count`, null)})`,
    anyPod: `count(${selector(`${histogram}_count`, null)})`,
    buckets: (windowS, one) => sum(' by (le)', selector(`${histogram}_bucket`, one), windowS),
    bucketsByPod: (windowS) => sum(` by (${version}, ${pod}, le)`, selector(`${histogram}_bucket`, null), windowS),
    withStatus: (windowS, one) => sum('', selector(counter, one, [hasStatus]), windowS),
    failed: (windowS, one) => sum('', selector(counter, one, [isFailed]), windowS),
    withStatusByVersion: (windowS) => sum(versions, selector(counter, null, [hasStatus]), windowS),
    failedByVersion: (windowS) => sum(versions, selector(counter, null, [isFailed]), windowS),
    services: `count by (${serviceLabel}) (${histogram}_count)`,
  }
}

/** A string in PromQL has the escapes of Go: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

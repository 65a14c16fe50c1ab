import type { ServiceEvidence } from './comparison.ts'
import type { AcceptedOverride } from './override.ts'
import { comparisonOf, worseBy } from './series.ts'
import type { Finding } from './verdict.ts'

/** What blocks: the findings of that level, and the numbers behind them. */
export type Overridable = Readonly<{ findings: readonly Finding[]; evidence: readonly ServiceEvidence[] }>

/** One problem that blocks, with what an override needs to know of it. */
export type BlockedPart = Readonly<{
  /** null: the whole gate. */
  service: string | null
  /** `p95 of http_req_duration of checkout`, or the service alone. */
  what: string
  /** 0.15 for +15 %. null: how much it changed is not known. */
  changeRatio: number | null
  /** The same as a change for the worse: positive is worse, also for a throughput that fell. */
  worseRatio: number | null
}>

/** What an override would accept, in the order of the findings, worst first. */
export function blockedParts({ findings, evidence }: Overridable): readonly BlockedPart[] {
  return findings
    .filter(({ level }) => level === 'fail')
    .map((finding) => {
      const { service } = finding
      const comparison = comparisonOf(finding, evidence)
      const changeRatio = comparison?.estimate?.changeRatio ?? null
      const worseRatio =
        changeRatio === null || comparison === undefined ? changeRatio : worseBy(comparison, changeRatio)
      const what =
        comparison === undefined
          ? (service ?? 'the whole gate')
          : `${comparison.stat} of ${comparison.metric} of ${comparison.service}`
      return { service, what, changeRatio, worseRatio }
    })
}

/** The accepted parts, as the record of an override names them. */
export function acceptedParts(services: AcceptedOverride['services']): readonly BlockedPart[] {
  return services.map(({ service, changeRatio }) => {
    return { service, what: service, changeRatio, worseRatio: changeRatio === null ? null : Math.abs(changeRatio) }
  })
}

/** One entry per service, with its largest change for the worse. */
export function largestOfEachService(parts: readonly BlockedPart[]): AcceptedOverride['services'] {
  const services = new Set(parts.flatMap(({ service }) => service ?? []))
  return [...services].map((service) => {
    const worst = parts
      .filter((part) => part.service === service && part.worseRatio !== null)
      .toSorted((left, right) => (right.worseRatio ?? 0) - (left.worseRatio ?? 0))[0]
    return { service, changeRatio: worst?.changeRatio ?? null }
  })
}

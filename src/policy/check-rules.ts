import type { ServiceEvidence } from '../model/comparison.ts'
import type { Policy, ServicePolicy } from '../model/policy.ts'
import { compareText, seriesKey, worseBy } from '../model/series.ts'
import type { Finding } from '../model/verdict.ts'
import type { Remark, Rule } from './rule.ts'
import { servicePolicy } from './service-policy.ts'

/**
 * Asks every rule about every service and puts the policy's levels on the answers.
 *
 * @returns findings that are not off: fail before warn, then unusable data, then the larger change for the worse
 */
export function checkRules(
  evidence: readonly ServiceEvidence[],
  policy: Policy,
  rules: readonly Rule[],
): readonly Finding[] {
  const findings = evidence.flatMap((service) => {
    const settings = servicePolicy(policy, service.service)
    return rules.flatMap(({ check, levels }) =>
      check(service, settings).flatMap((remark) => withLevel(remark, levels, settings)),
    )
  })
  return sortFindings(findings, evidence)
}

/** The order of findings depends on what they say only, never on the order of files or services. */
export function sortFindings(findings: readonly Finding[], evidence: readonly ServiceEvidence[]): readonly Finding[] {
  const changes = new Map(
    evidence.flatMap(({ comparisons }) =>
      comparisons.map((one) => {
        return [seriesKey(one), worseBy(one, one.estimate?.changeRatio ?? 0)] as const
      }),
    ),
  )
  const rank = (finding: Finding): readonly [number, number, number] => [
    finding.level === 'fail' ? 0 : 1,
    finding.rule === 'invalid' ? (finding.service === null ? 0 : 1) : 2,
    -(changes.get(seriesKey(finding)) ?? 0),
  ]
  return findings.toSorted((left, right) => {
    const [one, other] = [rank(left), rank(right)]
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || compareText(textKey(left), textKey(right))
  })
}

function withLevel(
  { atMost, ...remark }: Remark,
  declared: Rule['levels'],
  { levels }: ServicePolicy,
): readonly Finding[] {
  const declaration = declared[remark.rule]
  if (declaration === undefined) throw new Error(`A rule speaks under \`${remark.rule}\`, which it does not declare.`)
  const level = levels[remark.rule] ?? declaration.default
  return level === 'off' ? [] : [{ word: declaration.word, ...remark, level: atMost ?? level }]
}

function textKey(finding: Finding): string {
  return JSON.stringify([
    finding.service,
    finding.rule,
    finding.endpoint,
    finding.metric,
    finding.stat,
    finding.problem,
  ])
}

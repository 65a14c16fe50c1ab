import { evidenceOfChange, problemOfChange, stepAfterChange } from '../src/model/change.ts'
import type { ServiceEvidence } from '../src/model/comparison.ts'
import { isSameSeries, messageName } from '../src/model/series.ts'
import { series, type Text } from '../src/model/text.ts'
import type { Finding } from '../src/model/verdict.ts'

/** A finding as a test writes it: its first sentence is the problem, the rest is what to do. */
export type WrittenFinding = Partial<Finding> & Readonly<{ message?: string }>

export function said(finding: WrittenFinding): Partial<Finding> {
  const { message, ...rest } = finding
  if (message === undefined) return rest
  const end = message.search(/[.!?](?: |$)/)
  const [problem, action] = end === -1 ? [message, ''] : [message.slice(0, end), message.slice(end + 1).trim()]
  return { ...rest, problem: named(problem, finding), ...(action === '' ? {} : { action: [action] }) }
}

/** Findings of the rule of regressions, in its words for the numbers of the services. */
export function inWordsOfTheRule(
  findings: readonly Finding[],
  services: readonly ServiceEvidence[],
): readonly Finding[] {
  return findings.map((finding) => {
    const evidence = services.find(({ service }) => service === finding.service)
    const comparison = evidence?.comparisons.find((one) => isSameSeries(one, finding))
    const isNumeric = ['regressed', 'unproven', 'slower', 'inconclusive'].includes(finding.rule)
    if (evidence === undefined || comparison?.estimate == null || !isNumeric) return finding
    return {
      ...finding,
      problem: problemOfChange(comparison),
      action: stepAfterChange(comparison, evidence),
      detail: evidenceOfChange(comparison, evidence),
    }
  })
}

function named(
  problem: string,
  { service = 'checkout', endpoint = null, metric = 'http_req_duration', stat = 'p95' }: WrittenFinding,
): Text {
  if (service !== null && problem.startsWith(`${service} `))
    return [{ name: service }, { words: problem.slice(service.length) }]
  if (service === null || metric === null || stat === null) return [problem]
  const name = messageName({ endpoint, metric, stat })
  return problem.startsWith(`${name} `)
    ? [series({ service, endpoint, metric, stat }), { words: ' ' }, problem.slice(name.length + 1)]
    : [problem]
}

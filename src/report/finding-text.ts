import { capitalized, name, plainText, saysService, type Text, text } from '../model/text.ts'
import type { Finding } from '../model/verdict.ts'

type Said = Pick<Finding, 'service' | 'problem' | 'action' | 'detail'>

/** Problem, action and detail of a finding, in full sentences. */
export function sentencesOf({ problem, action = [], detail = [] }: Said): Text {
  return [...capitalized(problem), { words: '.' }, ...afterSpace(action), ...afterSpace(detail)]
}

/** As `sentencesOf`, with the name of the service for places that do not name it otherwise. */
export function sentencesWithService(finding: Said): Text {
  const { service, problem } = finding
  if (service === null || saysService(problem, service)) return sentencesOf(finding)
  return text`${name(service)}: ${sentencesOf(finding)}`
}

/** The `message` of the JSON report: plain text in which series have the names of the results. */
export function messageOf(finding: Said): string {
  return plainText(sentencesOf(finding))
}

function afterSpace(parts: Text): Text {
  return parts.length === 0 ? [] : text` ${parts}`
}

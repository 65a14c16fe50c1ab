import type { BlockedPart } from '../model/blocked-parts.ts'
import { formatLimit, formatRatio } from '../model/numbers.ts'
import type { Refused } from '../model/override.ts'
import type { OverridePolicy } from '../model/policy.ts'
import { code, name, names, text } from '../model/text.ts'
import { matchesName } from './service-policy.ts'

/** Why the policy lets nobody override this, whoever asks; null: it does. */
export function outOfScope(
  parts: readonly BlockedPart[],
  { services, maxRegressionRatio }: OverridePolicy,
): Refused | null {
  const foreign = parts.find(({ service }) => services.length > 0 && !isNamed(services, service))
  if (foreign !== undefined) {
    const what = foreign.service === null ? text`the whole gate` : text`the service ${name(foreign.service)}`
    return {
      why: text`The policy lets nobody override ${what}. Services that may be overridden: ${names(services)}.`,
      next: text`Fix what blocks there. Only a change of ${code('override.services')} in the policy of the base branch allows more.`,
    }
  }
  if (maxRegressionRatio === null) return null
  const unknown = parts.find(({ worseRatio }) => worseRatio === null)
  if (unknown !== undefined) {
    const of = unknown.service === null ? [] : text` of ${name(unknown.service)}`
    return {
      why: text`How much slower it is, is not known for what blocks${of}. The policy lets nobody override more than ${formatLimit(maxRegressionRatio)}, so nothing of unknown size.`,
      next: text`Fix what keeps the two versions from being compared. Only a change of ${code('override.max-regression')} in the policy of the base branch allows more.`,
    }
  }
  const large = parts.find(({ worseRatio }) => (worseRatio ?? 0) > maxRegressionRatio)
  if (large === undefined) return null
  return {
    why: text`${large.what} changed by ${formatRatio(large.changeRatio ?? 0)}. The policy lets nobody override more than ${formatLimit(maxRegressionRatio)}.`,
    next: text`Make it smaller. Only a change of ${code('override.max-regression')} in the policy of the base branch allows more.`,
  }
}

function isNamed(patterns: readonly string[], service: string | null): boolean {
  return service !== null && patterns.some((pattern) => matchesName(pattern, service))
}

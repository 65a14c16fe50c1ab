import template from '../../../templates/override.hbs'
import { count, firstOf, formatAge, formatLimit, listed } from '../../model/numbers.ts'
import type { ReportContext } from '../../model/report.ts'
import { written } from '../../model/text.ts'
import type { Finding } from '../../model/verdict.ts'
import { code, commit, prose } from '../escape.ts'
import type { Section } from '../section.ts'
import { MARKDOWN, placeName, seriesName } from '../wording.ts'

const MAX_ITEMS = 5

const REASON_PLACEHOLDER = '<why this slowdown is worth it>'

/** The rules for overrides in the policy: who may override, how large a slowdown, and for how long. */
function rulesText(rules: ReportContext['overrideRules']) {
  if (rules === undefined) {
    const who =
      'Write access or more is needed, unless the policy says otherwise. In a repository of an organisation, the author of the pull request cannot do this.'
    return { who, length: '', conditions: [] }
  }
  const { policy, needsSecondPerson } = rules
  const notAuthor = needsSecondPerson ? ', other than the author and whoever pushed last' : ''
  const limits = [
    policy.services.length === 0 ? '' : `services ${listed(policy.services.map(code))}`,
    policy.maxRegressionRatio === null ? '' : `slowdowns of at most ${formatLimit(policy.maxRegressionRatio)}`,
  ].filter((limit) => limit !== '')
  const conditions = [
    policy.approval === 'review'
      ? 'Someone other than the author must also have approved this commit in a review.'
      : '',
    policy.expiresMs === null ? '' : `The label counts for ${formatAge(policy.expiresMs)} after it was set.`,
    limits.length === 0 ? '' : `The policy limits overrides to ${limits.join(', and to ')}.`,
  ].filter((condition) => condition !== '')
  return {
    who: `That is someone with the role ${listed(policy.roles.map(code), 'or')}${notAuthor}.`,
    length: ` (at least ${count(policy.minReasonLength, 'character')} of reason)`,
    conditions,
  }
}

/** One of three: who overrode and why; why an override was refused and what to do; how to override the findings of this report. */
export const override: Section = {
  id: 'override',
  place: 'top',
  template,
  build({ override: decision, outcome, enforced, findings }, { overrideLabel, overrideRules, generatedFor, headSha }) {
    const empty = { valid: undefined, refused: undefined, offer: undefined, useless: undefined }
    if (decision.kind === 'valid') {
      const { by, at, reason, headSha: sha } = decision
      return {
        ...empty,
        valid: {
          by: code(by),
          at: code(at.slice(0, 16).replace('T', ' ')),
          reason: prose(reason),
          commit: commit(sha),
        },
      }
    }
    if (decision.kind === 'refused') {
      const by = decision.by === null ? '' : ` by ${code(decision.by)}`
      const useless = outcome === 'invalid'
      return {
        ...empty,
        refused: { by, why: written(decision.why, MARKDOWN), next: useless ? '' : written(decision.next, MARKDOWN) },
        useless,
      }
    }
    if (enforced === false || outcome !== 'fail' || overrideLabel === null || generatedFor !== 'pull-request')
      return undefined
    return {
      ...empty,
      offer: {
        label: code(overrideLabel),
        accepts: acceptedText(findings),
        commit: headSha === null ? 'this commit' : commit(headSha),
        command: code(`/perf-override ${REASON_PLACEHOLDER}`),
        ...rulesText(overrideRules),
      },
    }
  },
}

/** The findings that an override would accept. */
function acceptedText(findings: readonly Finding[]): string {
  const blocking = findings.filter(({ level }) => level === 'fail')
  const items = blocking.map((finding) => `${placeOf(finding)}: ${prose(finding.actual)}`)
  return firstOf(items, MAX_ITEMS).join('; ')
}

function placeOf({ service, endpoint, metric, stat }: Finding): string {
  if (service === null) return 'the whole gate'
  const place = { service, endpoint }
  return metric === null || stat === null
    ? placeName(place, MARKDOWN)
    : seriesName({ ...place, metric, stat }, MARKDOWN)
}

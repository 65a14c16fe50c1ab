import template from '../../../templates/override.hbs'
import type { Finding } from '../../model/verdict.ts'
import { code, commit, prose } from '../cell.ts'
import type { Section } from '../section.ts'
import { MARKDOWN, placeName, seriesName } from '../wording.ts'

const MAX_ITEMS = 5

/** Who overrode and why; or why an override does not count and what to do; or how to override exactly this case. */
export const override: Section = {
  id: 'override',
  place: 'top',
  template,
  build({ override: decision, outcome, findings }, { overrideLabel, generatedFor, headSha }) {
    const blank = { valid: undefined, refused: undefined, offer: undefined, useless: undefined }
    if (decision.kind === 'valid') {
      const { by, at, reason, headSha: sha } = decision
      return {
        ...blank,
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
      return { ...blank, refused: { by, why: prose(decision.why), next: useless ? '' : prose(decision.next) }, useless }
    }
    if (outcome !== 'fail' || overrideLabel === null || generatedFor !== 'pull-request') return undefined
    return {
      ...blank,
      offer: {
        label: code(overrideLabel),
        accepts: acceptedText(findings),
        commit: headSha === null ? 'this commit' : commit(headSha),
      },
    }
  },
}

/** What exactly would be waived. */
function acceptedText(findings: readonly Finding[]): string {
  const blocking = findings.filter(({ level }) => level === 'fail')
  const items = blocking.slice(0, MAX_ITEMS).map((finding) => `${placeOf(finding)}: ${prose(finding.actual)}`)
  const hidden = blocking.length - items.length
  return [...items, ...(hidden > 0 ? [`${hidden} more`] : [])].join('; ')
}

function placeOf({ service, endpoint, metric, stat }: Finding): string {
  if (service === null) return 'the whole gate'
  const place = { service, endpoint }
  return metric === null || stat === null
    ? placeName(place, MARKDOWN)
    : seriesName({ ...place, metric, stat }, MARKDOWN)
}

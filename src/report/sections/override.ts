import template from '../../../templates/override.hbs'
import { code, commit, prose } from '../cell.ts'
import type { Section } from '../section.ts'

/** Who overrode and why; or why an override does not count and what to do; or how to override exactly this case. */
export const override: Section = {
  id: 'override',
  place: 'top',
  template,
  build({ override: decision, outcome }, { overrideLabel, generatedFor, headSha }) {
    const blank = { valid: undefined, refused: undefined, offer: undefined, useless: undefined }
    if (decision.kind === 'valid') {
      const { by, at, reason, headSha: sha } = decision
      return { ...blank, valid: { by: code(by), at: code(at.slice(0, 16).replace('T', ' ')), reason: prose(reason), commit: commit(sha) } }
    }
    if (decision.kind === 'refused') {
      const by = decision.by === null ? '' : ` by ${code(decision.by)}`
      const useless = outcome === 'invalid'
      return { ...blank, refused: { by, why: prose(decision.why), next: useless ? '' : prose(decision.next) }, useless }
    }
    if (outcome !== 'fail' || overrideLabel === null || generatedFor !== 'pull-request') return undefined
    return { ...blank, offer: { label: code(overrideLabel), command: code(`/${overrideLabel} <reason>`), commit: headSha === null ? 'this commit' : commit(headSha) } }
  },
}

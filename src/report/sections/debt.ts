import template from '../../../templates/debt.hbs'
import type { ServiceEvidence } from '../../model/comparison.ts'
import { code, formatRatio, prose } from '../cell.ts'
import type { Section } from '../section.ts'

/** Slowdowns that the default branch already has: accepted by an override, or merged without one. */
export const debt: Section = {
  id: 'debt',
  place: 'top',
  template,
  build(verdict) {
    const items = verdict.services.flatMap(debtOf)
    return items.length === 0 ? undefined : { items }
  },
}

function debtOf({ window }: ServiceEvidence): readonly string[] {
  const mark = window?.mark
  if (mark == null || mark.kind === 'improved') return []
  const where = `${prose(mark.series)} ${formatRatio(mark.changeRatio)}`
  if (mark.override === null) return [`${where}, recorded on the default branch without an override.`]
  const { by, reason, pullRequest } = mark.override
  const place = pullRequest === null ? '' : ` in pull request ${pullRequest}`
  return [`${where}, accepted by ${code(by)}${place}: “${prose(reason)}”`]
}

import template from '../../../templates/debt.hbs'
import type { Debt } from '../../model/ledger.ts'
import { formatRatio } from '../../model/numbers.ts'
import { code, prose } from '../escape.ts'
import type { Section } from '../section.ts'

/** Slowdowns that the baseline already contains: accepted by an override, or merged without an override. */
export const debt: Section = {
  id: 'debt',
  place: 'top',
  template,
  build(verdict) {
    const items = verdict.services.flatMap(({ debts = [] }) => debts).map(itemOf)
    return items.length === 0 ? undefined : { items }
  },
}

function itemOf({ series, changeRatio, leftRatio, override, since }: Debt): string {
  const left = leftRatio === null ? '' : `, of which ${formatRatio(leftRatio)} is left`
  const when = since === null ? '' : ` since ${since.slice(0, 10)}`
  const where = `${prose(series)} ${formatRatio(changeRatio)}${when}${left}`
  if (override === null) return `${where}, recorded without an override.`
  const { by, reason, pullRequest } = override
  const place = pullRequest === null ? '' : ` in pull request ${pullRequest}`
  return `${where}, accepted by ${code(by)}${place}: “${prose(reason)}”`
}

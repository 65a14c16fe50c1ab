import template from '../../../templates/common-cause.hbs'
import type { Verdict } from '../../model/verdict.ts'
import { formatRatio } from '../cell.ts'
import type { Section } from '../section.ts'

/** Fewer services can move together by chance. */
const MIN_SERVICES = 4
const MIN_CHANGE_RATIO = 0.02
/** The share of the services that must move the same way: reference rule "80 % of the metrics move alike". */
const MIN_SHARE = 0.8

/** Says when nearly all services became slower by a similar amount: then the machine is the first suspect, not the change. */
export const commonCause: Section = {
  id: 'common-cause',
  place: 'top',
  template,
  build(verdict) {
    const changes = primaryChanges(verdict)
    const up = changes.filter((change) => change > MIN_CHANGE_RATIO).toSorted((left, right) => left - right)
    const smallest = up.at(0)
    const largest = up.at(-1)
    if (up.length < MIN_SERVICES || up.length < MIN_SHARE * changes.length) return undefined
    if (smallest === undefined || largest === undefined || largest > 3 * smallest) return undefined
    return { moved: up.length, all: changes.length, smallest: formatRatio(smallest), largest: formatRatio(largest) }
  },
}

/** One change a service, of the first primary duration. Pairs are left out: they cancel the machine. */
function primaryChanges({ services }: Verdict): readonly number[] {
  return services
    .filter(({ design }) => design !== 'pairs')
    .flatMap(({ comparisons }) => {
      const primary = comparisons.find(
        ({ role, better, estimate }) => role === 'primary' && better === 'lower' && estimate !== null,
      )
      return primary?.estimate == null ? [] : [primary.estimate.changeRatio]
    })
}

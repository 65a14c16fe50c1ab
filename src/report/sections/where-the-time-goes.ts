import template from '../../../templates/where-the-time-goes.hbs'
import { profilesData } from '../profiles-markdown.ts'
import type { Section } from '../section.ts'
import { candidateTitle } from '../wording.ts'

/** The functions that take the most time, if there are profiles beside the runs. */
export const whereTheTimeGoes: Section = {
  id: 'where-the-time-goes',
  place: 'service',
  template,
  build({ services: [evidence] }, context) {
    if (evidence?.profiles === undefined) return undefined
    return profilesData(evidence.profiles, {
      candidateTitle: candidateTitle(context),
      flameGraph: context.plots,
      maxRows: context.maxRows,
    })
  },
}

import template from '../../../templates/changed-functions.hbs'
import { written } from '../../model/text.ts'
import { code } from '../escape.ts'
import { profileStatement } from '../profile-words.ts'
import type { Section } from '../section.ts'
import { MARKDOWN } from '../wording.ts'

/** One line for each service in which a function is proven to have changed. */
export const changedFunctions: Section = {
  id: 'changed-functions',
  place: 'top',
  template,
  build({ services }) {
    const lines = services.flatMap(({ service, profiles }) => {
      const proven = profiles?.comparisons.find(({ functions }) =>
        functions.some(({ verdict }) => verdict !== 'not-proven'),
      )
      return proven === undefined
        ? []
        : [{ service: code(service), statement: written(profileStatement(proven), MARKDOWN) }]
    })
    return lines.length === 0 ? undefined : { lines }
  },
}

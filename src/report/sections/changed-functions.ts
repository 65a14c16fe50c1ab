import template from '../../../templates/changed-functions.hbs'
import { code } from '../escape.ts'
import { profileStatement } from '../profile-words.ts'
import type { Section } from '../section.ts'

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
      return proven === undefined ? [] : [{ service: code(service), statement: profileStatement(proven, code) }]
    })
    return lines.length === 0 ? undefined : { lines }
  },
}

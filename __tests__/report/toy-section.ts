import { count } from '../../src/model/numbers.ts'
import { code } from '../../src/report/escape.ts'
import type { Section } from '../../src/report/section.ts'

/** The section that docs/adding-a-section.md adds: how long the runs took. A real one has its template in templates/. */
export const timeSpent: Section = {
  id: 'time-spent',
  place: 'top',
  template: (data) => `#### Time spent\n\n${Object.values(data).join(', ')}\n`,
  build({ services }) {
    if (services.length === 0) return undefined
    return {
      text: services.map(({ service, candidateRuns }) => `${code(service)}: ${count(candidateRuns.length, 'run')}`),
    }
  },
}

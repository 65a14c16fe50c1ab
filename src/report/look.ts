import { SECTIONS } from './registry.ts'
import type { Section } from './section.ts'

/** The sections that a report is made of, and why a team's own templates are not among them. */
export type Look = Readonly<{
  sections: readonly Section[]
  /** In full sentences. Empty where nothing is wrong. */
  problems: readonly string[]
}>

/** The report as everybody gets it. */
export const STANDARD_LOOK: Look = { sections: SECTIONS, problems: [] }

/** The standard report, with the reason why a team's own templates were not used. */
export function standardBecause(problems: readonly string[]): Look {
  return { sections: SECTIONS, problems }
}

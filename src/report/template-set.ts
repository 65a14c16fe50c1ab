import type { Verdict } from '../model/verdict.ts'
import { SECTIONS } from './registry.ts'
import type { Section, SectionContext } from './section.ts'
import { TemplateError } from './template-error.ts'

/** The sections that a report is made of, and why a team's own templates are not among them. */
export type TemplateSet = Readonly<{
  sections: readonly Section[]
  /** In full sentences. Empty where nothing is wrong. */
  problems: readonly string[]
}>

/** The report as everybody gets it. */
export const STANDARD_TEMPLATES: TemplateSet = { sections: SECTIONS, problems: [] }

/** The standard report, with the reason why a team's own templates were not used. */
export function standardTemplatesBecause(problems: readonly string[]): TemplateSet {
  return { sections: SECTIONS, problems }
}

/** With the team's own templates; where they fail, or write too much, the standard report and the reason. */
export function withFallBack(
  templates: TemplateSet,
  fits: (text: string) => boolean,
  render: (templates: TemplateSet) => string,
): string {
  if (templates === STANDARD_TEMPLATES) return render(templates)
  try {
    const text = render(templates)
    if (fits(text)) return text
    return render(standardTemplatesBecause(['The templates write more than fits on this page.']))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return render(standardTemplatesBecause([error.message]))
  }
}

/** The Markdown of each section of this place that has something to say. `isWanted`: of these only. */
export function writtenSections(
  { sections }: TemplateSet,
  place: Section['place'],
  verdict: Verdict,
  context: SectionContext,
  isWanted: (section: Section) => boolean = () => true,
): readonly string[] {
  return sections
    .filter((section) => section.place === place && isWanted(section))
    .flatMap((section) => {
      const data = section.build(verdict, context)
      return data === undefined ? [] : [section.template(data)]
    })
}

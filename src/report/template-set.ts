import type { Verdict } from '../model/verdict.ts'
import { SECTIONS } from './registry.ts'
import type { Section, SectionContext } from './section.ts'
import { TemplateError } from './template-error.ts'

/** The sections of a report. `problems`: why a team's own templates are not used. */
export type TemplateSet = Readonly<{
  sections: readonly Section[]
  /** In full sentences. Empty: no problems. */
  problems: readonly string[]
}>

/** The report without templates of a team. */
export const STANDARD_TEMPLATES: TemplateSet = { sections: SECTIONS, problems: [] }

/** The standard report, with the reason why a team's own templates were not used. */
export function standardTemplatesBecause(problems: readonly string[]): TemplateSet {
  return { sections: SECTIONS, problems }
}

/** The report with the team's own templates. If they fail or write too much: the standard report, with the reason. */
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

/** The Markdown of each section of this place that has content. `isWanted`: selects the sections. */
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

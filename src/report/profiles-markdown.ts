import template from '../../templates/where-the-time-goes.hbs'
import type { ServiceProfiles } from '../model/profile.ts'
import { written } from '../model/text.ts'
import { code, withPlainPipes } from './escape.ts'
import { functionRows, profileFacts, profileStatement, weightsTitle } from './profile-words.ts'
import { refusalLines } from './refusal-lines.ts'
import { MARKDOWN } from './wording.ts'

/** The template data for the profiles of one service. Names of functions come from outside, so they are printed as code. */
export function profilesData(
  { comparisons, refusals }: Omit<ServiceProfiles, 'service'>,
  { candidateTitle, flameGraph, maxRows }: Readonly<{ candidateTitle: string; flameGraph: string; maxRows: number }>,
): object {
  return {
    comparisons: comparisons.map((comparison) => ({
      statement: written(profileStatement(comparison), MARKDOWN),
      facts: [
        ...profileFacts(comparison).map(({ name, text }) => ({ name, text: written(text, MARKDOWN) })),
        { name: 'Flame graph', text: flameGraph },
        { name: 'Root cause, recommendation', text: 'for a person to write' },
      ],
      candidateTitle,
      weightsTitle: weightsTitle(comparison),
      rows: functionRows(comparison)
        .slice(0, maxRows)
        .map((row) => ({ ...row, name: code(row.name), hasWeights: weightsTitle(comparison) !== null })),
      notes: comparison.notes.map((note) => written(note, MARKDOWN)),
    })),
    refusals: refusalLines(refusals),
  }
}

/** The report of `perf-gate profiles` as Markdown. */
export function profilesMarkdown(profiles: ServiceProfiles, flameGraph: string | null): string {
  const text = template(
    profilesData(profiles, {
      candidateTitle: 'Candidate',
      maxRows: Number.POSITIVE_INFINITY,
      flameGraph: flameGraph === null ? 'not drawn: `--flamegraph FILE`' : code(flameGraph),
    }),
  )
  const page = text
    .replace(/^####/, '##')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return withPlainPipes(`${page}\n`)
}

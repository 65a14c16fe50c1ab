import type { ReportContext } from '../model/report.ts'
import type { Verdict } from '../model/verdict.ts'
import { headline } from './headline.ts'
import { coverageCount } from './second-line.ts'
import { PLAIN } from './wording.ts'

/**
 * GitHub refuses a longer description of a commit status.
 * https://docs.github.com/en/rest/commits/statuses#create-a-commit-status (the limit itself is not in its schema)
 */
const MAX_LENGTH = 140

/** The verdict in at most 140 UTF-16 units of plain text, with the coverage if there is room. */
export function statusDescription(verdict: Verdict, context: ReportContext): string {
  const { statement } = headline(verdict, context, PLAIN)
  const full = `${statement} ${coverageCount(verdict)}.`
  if (full.length <= MAX_LENGTH) return full
  return shortened(statement)
}

function shortened(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const halfOfAPair = /[\uD800-\uDBFF]$/
  return `${text
    .slice(0, MAX_LENGTH - 1)
    .replace(halfOfAPair, '')
    .trimEnd()}…`
}

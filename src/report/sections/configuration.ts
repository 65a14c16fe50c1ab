import template from '../../../templates/configuration.hbs'
import type { ServiceEvidence } from '../../model/comparison.ts'
import { count, formatDuration, UNKNOWN } from '../../model/numbers.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import { distinct, type Text, withoutNumbers, written } from '../../model/text.ts'
import { NOTHING } from '../comparison-row.ts'
import { code, commit, prose } from '../escape.ts'
import { designWords } from '../second-line.ts'
import type { Section } from '../section.ts'
import { candidateTitle, MARKDOWN } from '../wording.ts'

const MAX_VALUES = 3
const MAX_REFUSALS = 10

/** The conditions of the measurement on both sides. A condition without a value reads `unknown`. */
export const configuration: Section = {
  id: 'configuration',
  place: 'service',
  page: 'last',
  template,
  build(verdict, context) {
    const [evidence] = verdict.services
    if (evidence === undefined) return undefined
    return {
      candidateTitle: candidateTitle(context),
      rows: rowsOf(evidence),
      notes: [
        `Compared: ${designWords(evidence.design)}.`,
        ...windowNotes(evidence),
        ...[...evidence.differences.map(({ message }) => message), ...evidence.notes].map((note) =>
          written(note, MARKDOWN),
        ),
        ...readerNotes(evidence),
        ...refusalNotes(evidence),
      ],
    }
  },
}

function rowsOf({ baselineRuns, candidateRuns }: ServiceEvidence): readonly object[] {
  const sides = [baselineRuns, candidateRuns] as const
  const row = (name: string, read: (runs: readonly IdentifiedRun[]) => string): object => {
    const [baseline, candidate] = sides.map((runs) => (runs.length === 0 ? NOTHING : read(runs)))
    return { name, baseline, candidate }
  }
  return [
    row('Commit', (runs) =>
      valuesText(
        runs.map((run) => run.testedCommit),
        commit,
      ),
    ),
    row('Runs', (runs) => `${runs.length}`),
    row('Jobs', (runs) => jobsText(runs)),
    row('Machine class', (runs) =>
      valuesText(
        runs.map((run) => run.conditions.machine),
        code,
      ),
    ),
    row('Load', (runs) =>
      valuesText(
        runs.map((run) => run.conditions.load),
        code,
      ),
    ),
    row('Load script', (runs) =>
      valuesText(
        runs.map((run) => run.conditions.scriptHash ?? run.run.scriptHash),
        (hash) => code(hash.slice(0, 12)),
      ),
    ),
    row('Tool', (runs) => valuesText(runs.map(toolOf), code)),
    row('Duration', (runs) => durationText(runs)),
    row('Date', (runs) => valuesText(runs.map(dateOf).toSorted(), code)),
  ]
}

/** The recorded start of the run; if it is not recorded, the start from the result file. */
function dateOf({ startedAt, run }: IdentifiedRun): string | null {
  const began = startedAt ?? (run.beganAtMs === undefined ? null : new Date(run.beganAtMs).toISOString())
  return began?.slice(0, 10) ?? null
}

/** Some files hold the version with the name of the tool, and some without: `3.15.1` alone could be of any tool. */
function toolOf({ run, conditions }: IdentifiedRun): string | null {
  const { tool, toolVersion } = run
  if (toolVersion === null) return conditions.tool
  return tool === undefined || toolVersion.startsWith(tool) ? toolVersion : `${tool} ${toolVersion}`
}

/** The number of jobs. Unknown if the job of any run is unknown, because this run may share a job with another run. */
function jobsText(runs: readonly IdentifiedRun[]): string {
  const jobs = runs.map(({ jobId }) => jobId)
  return jobs.includes(null) ? UNKNOWN : `${new Set(jobs).size}`
}

/** The different values of one side: `a`, or `a, b, c and 4 more`, or `unknown`. */
function valuesText(values: readonly (string | null)[], format: (value: string) => string): string {
  const all = [...new Set(values)].map((value) => (value === null ? UNKNOWN : format(value)))
  const hidden = all.length - MAX_VALUES
  return hidden > 0 ? `${all.slice(0, MAX_VALUES).join(', ')} and ${hidden} more` : all.join(', ')
}

function durationText(runs: readonly IdentifiedRun[]): string {
  const durations = runs.map(({ run }) => run.durationMs)
  const known = durations.filter((durationMs) => durationMs !== null)
  if (known.length === 0) return UNKNOWN
  const shortest = formatDuration(Math.min(...known))
  const longest = formatDuration(Math.max(...known))
  return shortest === longest ? shortest : `${shortest} to ${longest}`
}

function windowNotes({ window }: ServiceEvidence): readonly string[] {
  if (window === null) return []
  const recorded =
    window.newestRecordedAt === null ? '' : `, the newest recorded on ${prose(window.newestRecordedAt.slice(0, 10))}`
  return [`Baseline: ${count(window.runs, 'stored run')} from ${count(window.jobs, 'job')}${recorded}.`]
}

/** The notes of the readers on the result files. Notes that differ only in numbers are printed once. */
function readerNotes({ candidateRuns, baselineRuns }: ServiceEvidence): readonly string[] {
  const kinds = new Map<string, Text[]>()
  for (const note of distinct([...candidateRuns, ...baselineRuns].flatMap(({ run }) => run.notes))) {
    const kind = withoutNumbers(note)
    kinds.set(kind, [...(kinds.get(kind) ?? []), note])
  }
  const shown = [...kinds.values()].slice(0, MAX_REFUSALS).map(([first = [], ...others]) => {
    const more = others.length === 0 ? '' : ` (${count(others.length, 'more run')} with other numbers)`
    return `${written(first, MARKDOWN)}${more}`
  })
  const hidden = kinds.size - shown.length
  return hidden === 0 ? shown : [...shown, `${count(hidden, 'more note')} on the files.`]
}

function refusalNotes({ refusals }: ServiceEvidence): readonly string[] {
  const shown = refusals
    .slice(0, MAX_REFUSALS)
    .map(({ path, problem, side }) => `Not used: ${code(path)} (${side}). ${written(problem, MARKDOWN)}`)
  const hidden = refusals.length - shown.length
  return hidden === 0 ? shown : [...shown, `${count(hidden, 'more file')} could not be used.`]
}

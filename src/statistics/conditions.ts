import type { Difference, ServiceEvidence } from '../model/comparison.ts'
import type { Conditions, IdentifiedRun } from '../model/run.ts'
import { code, name, plainText, type Text, text } from '../model/text.ts'

/** The same text for conditions that can be compared: equal in everything. Unknown equals only unknown. */
export function conditionsKey({ machine, load, scriptHash, tool }: Conditions): string {
  return JSON.stringify([machine, load, scriptHash, tool])
}

const NAMES = {
  scriptHash: ['changed-script', text`the load script`],
  load: ['changed-load', text`the configured load`],
  machine: ['changed-machine', text`the machine`],
  tool: ['changed-tool', text`the major version of the load tool`],
} as const satisfies Record<keyof Conditions, readonly [Difference, Text]>

/** Two tools, or two ways of counting, do not measure the same. Another version may. */
const OTHER_TOOL = ['changed-population', text`the tool, or how it counts,`] as const

function isOtherTool(before: string | null, now: string | null): boolean {
  const withoutVersion = (tool: string) => tool.replace(/ v\d+(?=,|$)/, '')
  return before !== null && now !== null && withoutVersion(before) !== withoutVersion(now)
}

/**
 * What differs between the conditions of the baseline and those of the candidate runs that have no partner in it.
 *
 * @param baseline conditions of the newest baseline run
 * @param left candidate runs that cannot be compared; empty: nothing differs
 * @param all number of candidate runs
 */
export function differencesOf(
  baseline: Conditions,
  left: readonly IdentifiedRun[],
  all: number,
): ServiceEvidence['differences'] {
  const found = new Map<string, ServiceEvidence['differences'][number]>()
  const what = left.length === all ? text`Not compared` : text`${left.length} of ${all} runs not compared`
  for (const { conditions } of left) {
    for (const field of ['scriptHash', 'load', 'machine', 'tool'] as const) {
      if (baseline[field] === conditions[field]) continue
      const [kind, aspect] = field === 'tool' && isOtherTool(baseline.tool, conditions.tool) ? OTHER_TOOL : NAMES[field]
      const change = text`${shown(baseline[field])} before, ${shown(conditions[field])} now`
      const isUnknown = baseline[field] === null || conditions[field] === null
      const message = isUnknown
        ? text`${what}, because ${aspect} is known on one side only: ${change}. Let ${code('perf-gate stamp')} write ${code('run.json')} beside the runs of both.`
        : text`${what}, because ${aspect} changed: ${change}.`
      found.set(plainText(message), { kind, message, change, ...(isUnknown ? { isUnknown } : {}) })
    }
  }
  return [...found.values()]
}

const FIELDS = ['machine', 'load', 'scriptHash', 'tool'] as const

/**
 * Both sides of one folder, where what one side does not say is taken to be as on the other: somebody put them side by side to be
 * compared, and unknown is not different. Two known values that differ stay different.
 */
export function withSharedConditions(runs: readonly IdentifiedRun[]): readonly IdentifiedRun[] {
  const only = new Map(FIELDS.map((field) => [field, onlyValue(runs.map(({ conditions }) => conditions[field]))]))
  const onlyJob = onlyValue(runs.map(({ jobId }) => jobId))
  return runs.map((run) => {
    const filled = FIELDS.map((field) => [field, run.conditions[field] ?? only.get(field) ?? null] as const)
    return { ...run, jobId: run.jobId ?? onlyJob, conditions: { ...run.conditions, ...Object.fromEntries(filled) } }
  })
}

/** The one value that all have who have any; null: none, or several. */
function onlyValue(values: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(values.filter((value) => value !== null))
  return others.length === 0 ? first : null
}

function shown(condition: string | null): Text {
  if (condition === null) return text`unknown`
  if (condition.length <= 40) return text`${name(condition)}`
  // A hash is told apart by its start; words are not.
  const kept = condition.includes(' ') ? 120 : 12
  return text`${name(condition.length > kept ? `${condition.slice(0, kept)}…` : condition)}`
}

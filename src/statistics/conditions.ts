import type { Difference, ServiceEvidence } from '../model/comparison.ts'
import type { Conditions, IdentifiedRun } from '../model/run.ts'

/** The same text for conditions that can be compared: equal in everything. Unknown equals only unknown. */
export function conditionsKey({ machine, load, scriptHash, tool }: Conditions): string {
  return JSON.stringify([machine, load, scriptHash, tool])
}

const NAMES = {
  scriptHash: ['changed-script', 'the load script'],
  load: ['changed-load', 'the configured load'],
  machine: ['changed-machine', 'the machine'],
  tool: ['changed-tool', 'the major version of the load tool'],
} as const satisfies Record<keyof Conditions, readonly [Difference, string]>

/** Two tools, or two ways of counting, do not measure the same. Another version may. */
const OTHER_TOOL = ['changed-population', 'the tool, or how it counts,'] as const

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
  const what = left.length === all ? 'Not compared' : `${left.length} of ${all} runs not compared`
  for (const { conditions } of left) {
    for (const field of ['scriptHash', 'load', 'machine', 'tool'] as const) {
      if (baseline[field] === conditions[field]) continue
      const [kind, name] = field === 'tool' && isOtherTool(baseline.tool, conditions.tool) ? OTHER_TOOL : NAMES[field]
      const change = `${shown(baseline[field])} before, ${shown(conditions[field])} now`
      const isUnknown = baseline[field] === null || conditions[field] === null
      const message = isUnknown
        ? `${what}, because ${name} is known on one side only: ${change}. Let perf-gate stamp write run.json beside the runs of both.`
        : `${what}, because ${name} changed: ${change}.`
      found.set(message, { kind, message, change, ...(isUnknown ? { isUnknown } : {}) })
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

function shown(condition: string | null): string {
  if (condition === null) return 'unknown'
  if (condition.length <= 40) return condition
  // A hash is told apart by its start; words are not.
  return condition.includes(' ')
    ? `${condition.slice(0, 120)}${condition.length > 120 ? '…' : ''}`
    : `${condition.slice(0, 12)}…`
}

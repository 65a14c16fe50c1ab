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
      const [kind, name] = NAMES[field]
      const change = `${shown(baseline[field])} before, ${shown(conditions[field])} now`
      const message = `${what}, because ${name} changed: ${change}.`
      found.set(message, { kind, message })
    }
  }
  return [...found.values()]
}

function shown(condition: string | null): string {
  if (condition === null) return 'unknown'
  if (condition.length <= 40) return condition
  // A hash is told apart by its start; words are not.
  return condition.includes(' ')
    ? `${condition.slice(0, 120)}${condition.length > 120 ? '…' : ''}`
    : `${condition.slice(0, 12)}…`
}

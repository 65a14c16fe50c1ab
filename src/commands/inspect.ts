import { FORMATS } from '../formats/registry.ts'
import { limitFor, servicePolicy } from '../policy/service-policy.ts'
import { withToolLimits } from '../policy/tool-limits.ts'
import { writtenPrimaries } from '../policy/tool-primaries.ts'
import { collectProfiles } from '../results/collect-profiles.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { collectTraces } from '../results/collect-traces.ts'
import { inspectBeside, inspectRuns, runsNotJudged } from '../results/inspect.ts'
import { onePath, readArguments } from './arguments.ts'
import { inspectForeign } from './inspect-foreign.ts'
import { readPolicy } from './policy-option.ts'
import { print } from './print.ts'
import { withProgress } from './progress-line.ts'
import { resultSet } from './result-set.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/troubleshooting.md',
  calls: ['PATH'],
  paths: { PATH: 'a result, a profile or traces, or a folder with results' },
  flags: {
    policy: {
      type: 'string',
      value: 'FILE',
      says: 'the policy: how files are read, and what is gated; default: the built-in values',
    },
  },
  exitCodes: '0: everything can be judged. 1: something cannot, or there are no results. 2: nothing could be read.',
} as const satisfies Usage

/**
 * `perf-gate inspect` prints what it understands of the results. Exit code 1: a file is refused, a run cannot be judged, or there
 * are no results.
 */
export async function inspect(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, USAGE.flags, true)
  const path = onePath(positionals)
  const { files, options } = await resultSet(path, 'candidate')
  const policy = await readPolicy(values.policy)
  const collected = await withProgress(async ({ watch }) =>
    collectRuns(files.map(watch), {
      ...options,
      formats: FORMATS,
      read: (service) => servicePolicy(policy, service).read,
    }),
  )
  const other = collected.runs.length === 0 ? await inspectForeign(files) : null
  if (other !== null) {
    print(other)
    return 0
  }
  const ofTools = withToolLimits(policy, collected.runs)
  const gatingOf = (service: string) => ({
    primaries: writtenPrimaries(ofTools, service),
    limitRatio: (endpoint: string | null) => limitFor(servicePolicy(ofTools, service), endpoint),
  })
  print(inspectRuns(collected, gatingOf))
  const profiles = await collectProfiles(files, collected.runs, options)
  const traces = await collectTraces(files, collected.runs, options)
  if (profiles.length + traces.length > 0) print(inspectBeside(profiles, traces))
  const isJudged = collected.runs.length > 0 && runsNotJudged(collected.runs, gatingOf) === 0
  return collected.refusals.length === 0 && isJudged ? 0 : 1
}

import type { Format } from '../formats/format.ts'
import { DEFAULT_READ_OPTIONS } from '../formats/read-options.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { CollectedRuns, IdentifiedRun, Refusal, Side } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { name, text, withValues } from '../model/text.ts'
import { identifyRun } from './identify-run.ts'
import type { LayoutDefaults } from './layout.ts'
import { readRunFiles } from './run-files.ts'
import { type Grouped, groupByRun, refuseRun } from './run-folder.ts'

export type CollectOptions = Readonly<{
  formats: readonly Format[]
  /** The service of files whose path and artifact name none. */
  defaultService: string
  /** The side of files whose path names none. */
  defaultSide: Side
  /** The commit of the results, unless `run.json` names another. */
  defaultCommit: string | null
  /** Names of services that other results have. Absent: none. */
  services?: ReadonlySet<string>
  /** Which samples of a service are read. Default: all. */
  read?: (service: string) => ReadOptions
}>

/**
 * Sorts result files into runs and reads them. A file that cannot be used becomes a refusal with its reason, so that nothing
 * disappears silently. The order of `files` does not matter.
 */
export async function collectRuns(files: readonly ResultFile[], options: CollectOptions): Promise<CollectedRuns> {
  return readGroups(await groupByRun(files, options.formats, layoutDefaults(options)), options)
}

export function layoutDefaults({ defaultService, defaultSide, services }: CollectOptions): LayoutDefaults {
  return { service: defaultService, side: defaultSide, ...(services === undefined ? {} : { services }) }
}

/** Reads files that are already sorted into runs. */
export async function readGroups({ groups, misplaced }: Grouped, options: CollectOptions): Promise<CollectedRuns> {
  const read = options.read ?? (() => DEFAULT_READ_OPTIONS)
  const runs: RunOfLeg[] = []
  const refusals: Refusal[] = [...misplaced]
  for (const group of groups) {
    const content = await readRunFiles(group, read(group.first.placement.service))
    const { leg } = group.first.placement
    if (content.kind === 'read') runs.push({ run: identifyRun(group, content, options), leg })
    else refusals.push(refuseRun(group, content))
  }
  return withoutSharedNumbers(runs, refusals)
}

type RunOfLeg = Readonly<{ run: IdentifiedRun; leg: string | null }>

/**
 * Refuses a second run with the same number on the same side: the run of the other side with this number would have two partners.
 */
function withoutSharedNumbers(runs: readonly RunOfLeg[], refusals: readonly Refusal[]): CollectedRuns {
  const firstOf = new Map<string, IdentifiedRun>()
  const shared: Refusal[] = []
  for (const { run, leg } of runs) {
    const { service, side, runNumber, source } = run
    const key = JSON.stringify([source.artifactId, leg, service, side, runNumber])
    const first = firstOf.get(key)
    if (first === undefined) {
      firstOf.set(key, run)
      continue
    }
    const problem = text`This is run ${runNumber} of ${name(service)} (${side}), and so is ${name(first.source.path)}. Give each run a folder of its own: run-1, run-2 and so on.`
    const { artifactId: id, part } = source
    const artifact = id === null || part == null ? null : { id, part }
    shared.push({ service, side, path: source.path, problem, artifact })
  }
  return { runs: [...firstOf.values()], refusals: [...refusals, ...shared].map(publicRefusal) }
}

/** The problem of a damaged file quotes its content, so secrets are taken out. */
function publicRefusal({ path, problem, ...where }: Refusal): Refusal {
  return { ...where, path: withoutSecrets(path), problem: withValues(problem, withoutSecrets) }
}

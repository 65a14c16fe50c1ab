import { measuredAs } from '../model/quantity.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun, Side } from '../model/run.ts'
import type { CollectOptions } from './collect-runs.ts'
import { requestsOfRun } from './requests-of-run.ts'
import { type RunPath, readArtifactName, readPath, splitLeg } from './run-path.ts'

/** The run that a file beside a result belongs to, as far as it is known. */
type RunBeside = Readonly<{
  service: string
  side: Side
  /** An id of the run. It is the same for all files of the run. */
  run: string
  /** The number of requests in the run, and the share of them that failed. null: not known. */
  requests: number | null
  errorRatio: number | null
}>

/**
 * Finds the run in whose folder the file lies, and takes its service and side. If there is no such run, as when a folder of
 * profiles is only inspected, the path says the service and the side.
 */
export function runBeside(
  { path, artifact }: ResultFile,
  runs: readonly IdentifiedRun[],
  { defaultService, defaultSide }: Pick<CollectOptions, 'defaultService' | 'defaultSide'>,
): RunBeside {
  const parts = readPath(path)
  const { folder } = parts
  const run = `${artifact?.id ?? ''} ${folder}`
  const own = runs.find(
    ({ source }) =>
      source.artifactId === (artifact?.id ?? null) && (source.path === folder || source.path.startsWith(`${folder}/`)),
  )
  if (own !== undefined) return { service: own.service, side: own.side, run, ...countedIn(own) }
  return {
    service: serviceOf(parts, artifact?.name ?? null) ?? defaultService,
    side: parts.side ?? defaultSide,
    run,
    requests: null,
    errorRatio: null,
  }
}

function serviceOf({ outer, artifact }: RunPath, artifactName: string | null): string | null {
  const folder = outer.at(-1)
  return folder === undefined ? readArtifactName(artifact ?? artifactName).service : splitLeg(folder).service
}

function countedIn({ run }: IdentifiedRun): Pick<RunBeside, 'requests' | 'errorRatio'> {
  const errors = measuredAs(run.measurements, 'error-share')
  return { requests: requestsOfRun(run), errorRatio: errors?.stats.get('rate') ?? null }
}

import { measuredAs } from '../model/quantity.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun, Side } from '../model/run.ts'
import type { CollectOptions } from './collect-runs.ts'
import { requestsOfRun } from './requests-of-run.ts'
import { type RunPath, readArtifactName, readPath, splitLeg } from './run-path.ts'

/** Which run a file belongs to that lies beside its result. */
type Place = Readonly<{
  service: string
  side: Side
  /** The same for all files of one run. */
  run: string
  /** The requests that were served in the run, and the share of them that failed. null: not known. */
  requests: number | null
  errorRatio: number | null
}>

/**
 * The service and the side are those of the run that it lies in; a run of its own, only to be looked
 * into, says them by its path.
 */
export function placeBesideRun(
  { path, artifact }: ResultFile,
  runs: readonly IdentifiedRun[],
  { defaultService, defaultSide }: Pick<CollectOptions, 'defaultService' | 'defaultSide'>,
): Place {
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

function countedIn({ run }: IdentifiedRun): Pick<Place, 'requests' | 'errorRatio'> {
  const errors = measuredAs(run.measurements, 'error-share')
  return { requests: requestsOfRun(run), errorRatio: errors?.stats.get('rate') ?? null }
}

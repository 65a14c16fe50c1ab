import { UserError } from '../model/errors.ts'
import type { CollectedProfile, Profile } from '../model/profile.ts'
import { quantityOf } from '../model/quantity.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import type { CollectOptions } from './collect-runs.ts'
import { fileName, type RunPath, readArtifactName, readPath, splitLeg } from './run-path.ts'

/** More than any load test leaves, and few enough to be read in a minute. */
const MAX_PROFILES = 200

/**
 * Reads the files in `run-<n>/profile/`. One that cannot be read is said with the reason, and harms nothing: profiles explain a verdict,
 * and are no part of it.
 */
export async function collectProfiles(
  files: readonly ResultFile[],
  runs: readonly IdentifiedRun[],
  defaults: Pick<CollectOptions, 'defaultService' | 'defaultVariant'>,
): Promise<readonly CollectedProfile[]> {
  const profiles = files.filter(({ path }) => readPath(path).role === 'profile')
  if (profiles.length === 0) return []
  // Loaded here: most results have no profiles.
  const [{ readProfile }, { PROFILE_FORMATS }] = await Promise.all([
    import('../profiles/read-profile.ts'),
    import('../profiles/registry.ts'),
  ])
  const collected: CollectedProfile[] = []
  for (const [index, file] of profiles.entries()) {
    const content = index >= MAX_PROFILES ? TOO_MANY : await contentOf(() => readProfile(file.open(), PROFILE_FORMATS))
    collected.push({
      ...placeOf(file, runs, defaults),
      name: fileName(file.path),
      path: withoutSecrets(file.path),
      content,
    })
  }
  return collected
}

const TOO_MANY = { kind: 'unreadable', problem: `Only the first ${MAX_PROFILES} profiles are read.` } as const

async function contentOf(read: () => Promise<Profile>): Promise<CollectedProfile['content']> {
  try {
    return { kind: 'profile', profile: await read() }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unreadable', problem: withoutSecrets(error.message) }
    throw error
  }
}

/** The service and the side are those of the run that it lies in; a run of its own, only to be profiled, says them by its path. */
function placeOf(
  { path, artifact }: ResultFile,
  runs: readonly IdentifiedRun[],
  { defaultService, defaultVariant }: Pick<CollectOptions, 'defaultService' | 'defaultVariant'>,
): Pick<CollectedProfile, 'service' | 'variant' | 'run' | 'requests'> {
  const parts = readPath(path)
  const { folder } = parts
  const run = `${artifact?.id ?? ''} ${folder}`
  const own = runs.find(
    ({ source }) =>
      source.artifactId === (artifact?.id ?? null) && (source.path === folder || source.path.startsWith(`${folder}/`)),
  )
  if (own !== undefined) return { service: own.service, variant: own.variant, run, requests: requestsOf(own) }
  return {
    service: serviceOf(parts, artifact?.name ?? null) ?? defaultService,
    variant: parts.variant ?? defaultVariant,
    run,
    requests: null,
  }
}

function serviceOf({ outer, artifact }: RunPath, artifactName: string | null): string | null {
  const folder = outer.at(-1)
  return folder === undefined ? readArtifactName(artifact ?? artifactName).service : splitLeg(folder).service
}

function requestsOf({ run }: IdentifiedRun): number | null {
  const requests = run.measurements.find((one) => quantityOf(one) === 'throughput' && one.endpoint === null)
  const count = requests?.stats.get('count')
  return count === undefined || count <= 0 ? null : count
}

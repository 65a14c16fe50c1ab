import { UserError } from '../model/errors.ts'
import type { CollectedProfile, Profile } from '../model/profile.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { placeBesideRun } from './beside-run.ts'
import type { CollectOptions } from './collect-runs.ts'
import { fileName, readPath } from './run-path.ts'

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
    const { errorRatio: _, ...place } = placeBesideRun(file, runs, defaults)
    collected.push({
      ...place,
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

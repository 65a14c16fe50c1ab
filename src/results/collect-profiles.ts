import { UserError } from '../model/errors.ts'
import type { CollectedProfile } from '../model/profile.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { type Text, text, withValues } from '../model/text.ts'
import { runBeside } from './beside-run.ts'
import type { CollectOptions } from './collect-runs.ts'
import { fileName, readPath } from './run-path.ts'
import { readSmallText } from './text-file.ts'

/** No load test leaves more profiles, and 200 can be read in a minute. */
const MAX_PROFILES = 200

/**
 * Reads the files in `run-<n>/profile/`. A file that cannot be read is reported with the reason and blocks nothing: profiles
 * explain a verdict, but do not change it.
 */
export async function collectProfiles(
  files: readonly ResultFile[],
  runs: readonly IdentifiedRun[],
  defaults: Pick<CollectOptions, 'defaultService' | 'defaultSide'>,
): Promise<readonly CollectedProfile[]> {
  const all = files.filter(({ path }) => readPath(path).role === 'profile')
  if (all.length === 0) return []
  const profiles = all.filter((file) => !isRunJson(file))
  const collected: CollectedProfile[] = []
  const counted = new Map<string, number | null>()
  for (const file of all.filter(isRunJson)) {
    const read = await outcomeOf(() => requestsIn(file))
    if (read.kind === 'read') counted.set(folderOf(file), read.value)
    else collected.push({ ...describe(file), ...placeOf(file, runs, defaults), content: read })
  }
  // Loaded here, because most results have no profiles.
  const [{ readProfile }, { PROFILE_FORMATS }] = await Promise.all([
    import('../profiles/read-profile.ts'),
    import('../profiles/registry.ts'),
  ])
  for (const [index, file] of profiles.entries()) {
    const read = index >= MAX_PROFILES ? TOO_MANY : await outcomeOf(() => readProfile(file.open(), PROFILE_FORMATS))
    const place = placeOf(file, runs, defaults)
    const requests = place.requests ?? counted.get(folderOf(file)) ?? null
    const content = read.kind === 'read' ? { kind: 'profile' as const, profile: read.value } : read
    collected.push({ ...describe(file), ...place, requests, content })
  }
  return collected
}

function placeOf(
  file: ResultFile,
  runs: readonly IdentifiedRun[],
  defaults: Pick<CollectOptions, 'defaultService' | 'defaultSide'>,
): Omit<CollectedProfile, 'name' | 'path' | 'content'> {
  const { errorRatio: _, ...place } = runBeside(file, runs, defaults)
  return place
}

function isRunJson({ path }: ResultFile): boolean {
  return fileName(path) === 'run.json'
}

function folderOf({ path, artifact }: ResultFile): string {
  return `${artifact?.id ?? ''} ${path.slice(0, -fileName(path).length)}`
}

/**
 * A run that was made only to record a profile has no result. For these runs `measure` writes the number of requests into a
 * run.json beside the profile. null: run.json does not say it.
 */
async function requestsIn(file: ResultFile): Promise<number | null> {
  const { parseRunJson } = await import('./run-json.ts')
  return parseRunJson(await readSmallText(file)).requests ?? null
}

const TOO_MANY = { kind: 'unreadable', problem: text`Only the first ${MAX_PROFILES} profiles are read.` } as const

function describe({ path }: ResultFile): Pick<CollectedProfile, 'name' | 'path'> {
  return { name: fileName(path), path: withoutSecrets(path) }
}

type Outcome<T> = Readonly<{ kind: 'read'; value: T }> | Readonly<{ kind: 'unreadable'; problem: Text }>

async function outcomeOf<T>(read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'read', value: await read() }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unreadable', problem: withValues(error.said, withoutSecrets) }
    throw error
  }
}

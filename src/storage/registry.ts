import type { Octokit } from '@octokit/rest'
import { UserError } from '../model/errors.ts'
import { type ArtifactSource, openArtifactStore } from './artifact-store.ts'
import { DEFAULT_BASELINE_BRANCH, openBranchStore } from './branch-store.ts'
import { openDirectoryStore } from './directory-store.ts'
import type { BaselineStore } from './store.ts'
import { seenByBranches } from './visible-on.ts'
import { withFallback } from './with-fallback.ts'

/** What a store needs from the place that opens it. */
export type StoreSurroundings = Readonly<{
  octokit: Octokit
  owner: string
  repo: string
  gateName: string
  /** Absent: the store is opened without a fallback. */
  artifacts?: ArtifactSource
  /** Whether the gate records and judges this branch. Absent: not known. */
  isJudged?: (branch: string) => boolean
}>

type StoreKind = Readonly<{
  id: string
  /** The text after the colon: a location with a default, a location that must be given (null), or nothing. */
  location: Readonly<{ default: string | null }> | 'none'
  open(location: string, surroundings: StoreSurroundings): BaselineStore
}>

/** All kinds of stores. A new kind is a file `<id>-store.ts` and a row here. */
export const STORES: readonly StoreKind[] = [
  { id: 'branch', location: { default: DEFAULT_BASELINE_BRANCH }, open: openBranch },
  { id: 'artifact', location: 'none', open: (_, { artifacts = NO_ARTIFACTS }) => openArtifactStore(artifacts) },
  { id: 'directory', location: { default: null }, open: (directory) => seenByBranches(openDirectoryStore(directory)) },
]

const NO_ARTIFACTS: ArtifactSource = { place: 'artifacts', async *read() {} }

/** Until a run is recorded, the artifacts of the default branch serve as baselines. */
function openBranch(branch: string, { artifacts, isJudged, ...surroundings }: StoreSurroundings): BaselineStore {
  // A pattern for branches may match the default name of the store, but that branch is never judged.
  if (branch !== DEFAULT_BASELINE_BRANCH && isJudged?.(branch) === true) {
    throw new UserError(
      `The baseline store cannot be the branch ${branch}: its code is judged, and only perf-gate may write the branch of a store. ` +
        'Write `baseline-store: branch`, or name a branch that nothing else uses.',
    )
  }
  const store = seenByBranches(openBranchStore({ ...surroundings, branch }))
  return artifacts === undefined ? store : withFallback(store, openArtifactStore(artifacts))
}

/**
 * Opens the store that an input names: `branch`, `branch:my-baselines`, `artifact` or `directory:path`. Throws a UserError that
 * lists the kinds if the kind is unknown.
 */
export function openStore(text: string, surroundings: StoreSurroundings): BaselineStore {
  const [id = '', ...rest] = text.split(':')
  const written = rest.length === 0 ? null : rest.join(':')
  const kind = STORES.find((store) => store.id === id)
  if (kind?.location === 'none' && written === null) return kind.open('', surroundings)
  const location = kind === undefined || kind.location === 'none' ? null : (written ?? kind.location.default)
  if (kind !== undefined && location) return kind.open(location, surroundings)
  throw new UserError(
    `The baseline store "${text}" is not known. Write \`branch\`, \`branch:<name of the branch>\`, \`artifact\` or \`directory:<path>\`.`,
  )
}

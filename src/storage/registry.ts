import type { Octokit } from '@octokit/rest'
import { UserError } from '../model/errors.ts'
import { DEFAULT_BASELINE_BRANCH, openBranchStore } from './branch-store.ts'
import { openDirectoryStore } from './directory-store.ts'
import type { BaselineStore } from './store.ts'

/** What a store may need from where it is opened. */
export type StoreSurroundings = Readonly<{ octokit: Octokit; owner: string; repo: string; gateName: string }>

type StoreKind = Readonly<{
  id: string
  /** What stands after the colon when nothing does; null: it must be written. */
  defaultLocation: string | null
  open(location: string, surroundings: StoreSurroundings): BaselineStore
}>

/** Every kind of store. A new one is a file `<id>-store.ts` and a row here. */
export const STORES: readonly StoreKind[] = [
  {
    id: 'branch',
    defaultLocation: DEFAULT_BASELINE_BRANCH,
    open: (branch, surroundings) => openBranchStore({ ...surroundings, branch }),
  },
  { id: 'directory', defaultLocation: null, open: (directory) => openDirectoryStore(directory) },
]

/**
 * The store that an input names: `branch`, `branch:my-baselines` or `directory:path`.
 * Throws a UserError that lists the kinds when it names none.
 */
export function openStore(text: string, surroundings: StoreSurroundings): BaselineStore {
  const colon = text.indexOf(':')
  const id = colon === -1 ? text : text.slice(0, colon)
  const kind = STORES.find((store) => store.id === id)
  const location = colon === -1 ? kind?.defaultLocation : text.slice(colon + 1)
  if (kind !== undefined && location) return kind.open(location, surroundings)
  throw new UserError(
    `The baseline store "${text}" is not known. Write \`branch\`, \`branch:<name of the branch>\` or \`directory:<path>\`.`,
  )
}

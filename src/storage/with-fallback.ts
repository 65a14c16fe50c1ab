import type { FoundBaselines } from '../model/baseline.ts'
import type { BaselineStore } from './store.ts'

/**
 * Reads the second store if the first has no runs. New runs are written to the first store, so the second is needed only until
 * then. Services that the ledger of the first store names are not new, even if no store has runs of them.
 */
export function withFallback(first: BaselineStore, second: BaselineStore): BaselineStore {
  return {
    load: async (at) => {
      const found = await first.load(at)
      if (found.kind === 'unreadable' || (found.kind === 'found' && hasRuns(found))) return found
      const other = await second.load(at)
      if (other.kind === 'never-written') return found
      return found.kind === 'found' && other.kind === 'found' ? merged(found, other) : other
    },
    append: first.append,
  }
}

function hasRuns({ services }: FoundBaselines): boolean {
  return [...services.values()].some((runs) => runs.length > 0)
}

function merged({ services, ledger }: FoundBaselines, other: FoundBaselines): FoundBaselines {
  return { ...other, services: new Map([...services, ...other.services]), ...(ledger === undefined ? {} : { ledger }) }
}

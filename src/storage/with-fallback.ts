import type { BaselineLookup } from '../model/baseline.ts'
import type { BaselineStore } from './store.ts'

type Found = Extract<BaselineLookup, { kind: 'found' }>

/**
 * Reads the second store where the first one has no runs. Writes go to the first, so the second is only needed once. What the ledger of
 * the first knows stays known: a service without runs anywhere is not a new one.
 */
export function withFallback(first: BaselineStore, second: BaselineStore): BaselineStore {
  return {
    load: async (at) => {
      const found = await first.load(at)
      if (found.kind === 'unreadable' || (found.kind === 'found' && hasRuns(found))) return found
      const other = await second.load(at)
      if (other.kind === 'never-written') return found
      return found.kind === 'found' && other.kind === 'found' ? together(found, other) : other
    },
    append: first.append,
  }
}

function hasRuns({ services }: Found): boolean {
  return [...services.values()].some((runs) => runs.length > 0)
}

function together({ services, ledger }: Found, other: Found): Found {
  return { ...other, services: new Map([...services, ...other.services]), ...(ledger === undefined ? {} : { ledger }) }
}

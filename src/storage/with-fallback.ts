import type { BaselineStore } from './store.ts'

/** Reads the second store where the first one was never written. Writes go to the first, so the second is only needed once. */
export function withFallback(first: BaselineStore, second: BaselineStore): BaselineStore {
  return {
    load: async (at) => {
      const found = await first.load(at)
      if (found.kind !== 'never-written') return found
      const other = await second.load(at)
      return other.kind === 'never-written' ? found : other
    },
    append: first.append,
  }
}

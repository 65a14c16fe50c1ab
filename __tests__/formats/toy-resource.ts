import type { Resource } from '../../src/formats/resource.ts'

/** The line in model/resources.ts. */
export const HEAP_GROWTH_FACTS = { stats: ['max'], unit: 'bytes', better: 'lower' } as const

/**
 * The resource that docs/adding-a-resource.md adds: the growth of memory from start to end, of the instance that grew
 * most.
 */
export const heapGrowth: Resource = {
  metric: 'heap_growth',
  needs: 'all-the-time',
  measure({ instances, window }) {
    const growths = instances.flatMap((own) => {
      const inside = own.filter(({ t }) => t >= window.startSeconds && t <= window.endSeconds)
      const [first, last] = [inside[0], inside.at(-1)]
      return first === undefined || last === undefined ? [] : [Math.max(0, last.memoryBytes - first.memoryBytes)]
    })
    return { max: growths.length === 0 ? null : Math.max(...growths) }
  },
}

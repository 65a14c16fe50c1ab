/** Runs a task when there is room for it, and the tasks before it have begun. */
export type Pool = <Value>(weight: number, task: () => Promise<Value>) => Promise<Value>

/**
 * Lets tasks run side by side as long as their weights fit into a capacity together. They begin in the order in which they came,
 * so a heavy one is not passed by for ever. One that is heavier than the capacity runs alone.
 */
export function createPool(capacity: number): Pool {
  let free = capacity
  const waiting: Readonly<{ weight: number; begin: () => void }>[] = []

  function beginWhatFits(): void {
    for (let next = waiting[0]; next !== undefined && next.weight <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.weight
      next.begin()
    }
  }

  return async (weight, task) => {
    const taken = Math.min(weight, capacity)
    await new Promise<void>((begin) => {
      waiting.push({ weight: taken, begin })
      beginWhatFits()
    })
    try {
      return await task()
    } finally {
      free += taken
      beginWhatFits()
    }
  }
}

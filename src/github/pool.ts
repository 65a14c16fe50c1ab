/** Runs a task as soon as there is room for it and all earlier tasks have begun. */
export type Pool = <Value>(weight: number, task: () => Promise<Value>) => Promise<Value>

/**
 * Runs tasks side by side as long as the sum of their weights is within the capacity. Tasks begin in the order in which they came, so that
 * light tasks cannot overtake a heavy task forever. A task that is heavier than the capacity runs alone.
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

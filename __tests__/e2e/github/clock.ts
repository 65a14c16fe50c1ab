/** A clock that moves only when a test moves it, so that each run of a test sees the same times. */
export type Clock = Readonly<{
  /** The time now in GitHub's form: UTC, whole seconds. */
  now: () => string
  /** Moves the clock by one second and returns the new time. Every function that changes the repository calls this. */
  tick: () => string
  advance: (seconds: number) => void
}>

export function createClock(startAt = '2026-01-05T09:00:00Z'): Clock {
  let timeMs = Date.parse(startAt)
  const now = (): string => new Date(timeMs).toISOString().replace('.000Z', 'Z')
  return {
    now,
    tick() {
      timeMs += 1000
      return now()
    },
    advance(seconds) {
      timeMs += seconds * 1000
    },
  }
}

/** Returns the next number with each call. The start of the numbers tells the kinds of ids apart. */
export function createCounter(first: number): () => number {
  let next = first
  return () => next++
}

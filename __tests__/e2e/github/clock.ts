/** A clock that moves only when it is asked to, so that every run of a test sees the same times. */
export type Clock = Readonly<{
  /** The time now, as GitHub writes it: UTC, whole seconds. */
  now: () => string
  /** Moves one second and returns the new time. Everything that changes the repository calls it. */
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

/** Numbers in the order in which they are asked for: 1, 2, 3 and so on, from a start that tells kinds apart. */
export function createCounter(first: number): () => number {
  let next = first
  return () => next++
}

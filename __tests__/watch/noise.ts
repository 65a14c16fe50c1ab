/**
 * Random numbers that are the same in each run: mulberry32,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A normal variable with standard deviation 1, by the method of Box and Muller. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The distribution function of the normal variable: Abramowitz and Stegun 7.1.26, exact to 1.5e-7. */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const upper = (series * Math.exp(-x * x)) / 2
  return z >= 0 ? 1 - upper : upper
}

/** A level that wanders around 0 with standard deviation `sd`. Each step keeps a part of the step before. */
export function wandering(random: () => number, steps: number, sd: number, stays = 0.9): readonly number[] {
  const levels = [sd * normal(random)]
  while (levels.length < steps)
    levels.push(stays * (levels.at(-1) ?? 0) + Math.sqrt(1 - stays ** 2) * sd * normal(random))
  return levels
}

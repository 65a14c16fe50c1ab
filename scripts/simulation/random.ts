import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers. The same seed gives the same numbers. */
export type Random = Readonly<{
  /** Uniform between 0, included, and 1, excluded. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** Exponential with mean 1. */
  exponential(): number
  /** true with this probability. */
  chance(probability: number): boolean
}>

/** The same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator)
  // 1 - u is never 0, so its logarithm is finite.
  const logUniform = () => Math.log(1 - uniform())
  return {
    uniform,
    // Box and Muller 1958, https://doi.org/10.1214/aoms/1177706645
    normal: () => Math.sqrt(-2 * logUniform()) * Math.cos(2 * Math.PI * uniform()),
    exponential: () => -logUniform(),
    chance: (probability) => uniform() < probability,
  }
}

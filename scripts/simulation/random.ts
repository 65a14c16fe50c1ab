import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers that are the same for the same seed. */
export type Random = Readonly<{
  /** Standard normal. */
  normal(): number
  /** Exponential with mean 1. */
  exponential(): number
  /** True with this probability. */
  chance(probability: number): boolean
}>

/** The same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  // 1 - u is never 0, so that its logarithm is finite.
  const uniform = () => 1 - uniformFloat64(generator)
  return {
    // Box and Muller 1958, https://doi.org/10.1214/aoms/1177706645
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    exponential: () => -Math.log(uniform()),
    chance: (probability) => uniform() <= probability,
  }
}

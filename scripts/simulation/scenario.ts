import type { Machines } from './machines.ts'

/**
 * How the two sides of a simulated pull request are measured.
 * - `runs`: n runs per side in one job, without pairs.
 * - `pairs`: n pairs in one job, with noise that both runs of a pair share.
 * - `two-machines`: n runs per side, each side in its own job.
 * - `store`: n candidate jobs, with one run each, against the records of earlier pushes.
 */
export type Design = 'runs' | 'pairs' | 'two-machines' | 'store'

/** The share of slow runs, and their slowdown: all by half, or by an exponential share with a mean of 15 %. */
export type Outliers = Readonly<{ share: number; slower: 'by-half' | 'exponential' }>

export type Scenario = Readonly<{
  design: Design
  /** The runs (pairs, jobs) of the candidate before the first judgement. */
  runs: number
  /** Services without a settled result get the runs that the plan of the gate asks for. */
  confirmation: boolean
  /** The standard deviation of the logarithm from run to run: 0.03 is about 3 %. */
  noise: number
  machines: Machines
  machineNoise: number
  outliers: Outliers
  /** The level of the default branch changed by 5 to 20 %, up or down, 3 to 17 pushes ago. Only for `store`. */
  stepped: boolean
  services: number
  endpointsPerService: number
  /** The number of services that a change affects. */
  affectedServices: number
}>

/** One quiet service that is judged once. The other scenarios name what they change. */
export const ONE_SERVICE: Scenario = {
  design: 'pairs',
  runs: 3,
  confirmation: false,
  noise: 0.04,
  machines: 'alike',
  machineNoise: 0,
  outliers: { share: 0, slower: 'by-half' },
  stepped: false,
  services: 1,
  endpointsPerService: 0,
  affectedServices: 1,
}

export function serviceNames({ services }: Scenario): readonly string[] {
  return Array.from({ length: services }, (_, index) => `service-${index}`)
}

/** The services that a change makes slower. */
export function affectedNames(scenario: Scenario): readonly string[] {
  return serviceNames(scenario).slice(0, scenario.affectedServices)
}

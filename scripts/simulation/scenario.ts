import type { Machines } from './machines.ts'

/**
 * How the two sides of a simulated pull request are measured.
 * - `runs`: n runs per side in one job, no pairs.
 * - `pairs`: n pairs in one job, with noise that both runs of a pair share.
 * - `two-machines`: n runs per side, each side in a job of its own.
 * - `store`: n candidate jobs against what the pushes before it recorded, one run per job.
 */
export type Design = 'runs' | 'pairs' | 'two-machines' | 'store'

/** Share of runs that are slow, and by how much: all by half, or by an exponential share with a mean of 15 %. */
export type Outliers = Readonly<{ share: number; slower: 'by-half' | 'exponential' }>

export type Scenario = Readonly<{
  design: Design
  /** Runs (pairs, jobs) of the candidate at the first look. */
  runs: number
  /** Runs are added to open services, as the plan of the gate says. */
  confirmation: boolean
  /** Run-to-run standard deviation of the logarithm: 0.03 is about 3 %. */
  noise: number
  machines: Machines
  machineNoise: number
  outliers: Outliers
  /** The default branch stepped by 5 to 20 %, up or down, 3 to 17 pushes ago. Holds for `store`. */
  stepped: boolean
  services: number
  endpointsPerService: number
  /** How many of the services a change hits. */
  affectedServices: number
}>

/** One quiet service that is looked at once: what the other scenarios differ from. */
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

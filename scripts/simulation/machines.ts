import type { Random } from './random.ts'

/**
 * How the machines of a continuous integration differ. `machineNoise` is the standard deviation of the logarithm of their speed.
 * - `alike`: they do not differ.
 * - `independent`: each job gets another machine.
 * - `drifting`: the speed changes slowly, so that neighbouring jobs are alike: AR(1) with a correlation of .9.
 * - `two-levels`: two classes of machines, faster and slower by `machineNoise`. Nothing says which class a job got.
 */
export type Machines = 'alike' | 'independent' | 'drifting' | 'two-levels'

const CORRELATION = 0.9

/** Returns the logarithm of the speed of each job's machine, one job after the other. */
export type NextMachine = () => number

/** The machines that the jobs of one service get, in the order of time. */
export function machinesOf(kind: Machines, machineNoise: number, random: Random): NextMachine {
  switch (kind) {
    case 'alike':
      return () => 0
    case 'independent':
      return () => machineNoise * random.normal()
    case 'two-levels':
      return () => (random.chance(0.5) ? machineNoise : -machineNoise)
    case 'drifting':
      return drifting(machineNoise, random)
  }
}

function drifting(machineNoise: number, random: Random): NextMachine {
  let speed = machineNoise * random.normal()
  return () => {
    speed = CORRELATION * speed + Math.sqrt(1 - CORRELATION ** 2) * machineNoise * random.normal()
    return speed
  }
}

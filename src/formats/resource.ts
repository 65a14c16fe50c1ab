import type { Text } from '../model/text.ts'
import type { Instance, Window } from './resource-counters.ts'
import type { ResourceSample } from './resources.ts'

/** The samples of a service in the part of the load that counts. */
export type SampledLoad = Readonly<{
  window: Window
  /** The samples of all instances in the window. */
  within: readonly ResourceSample[]
  /**
   * All samples by instance, including those around the window: the value of a counter at an end of the window lies
   * between two samples.
   */
  instances: readonly Instance[]
  /** The number of requests in the window. null: not known. */
  requests: number | null
}>

/** A resource of a service: one metric with its statistics. Unit and direction are in model/resources.ts. */
export type Resource = Readonly<{
  metric: string
  /** When samples are needed: for counters at both ends of the load, for other values during the whole load. */
  needs: 'both-ends' | 'all-the-time'
  /**
   * Returns the statistics, each null if it is not known. A text: why none is known. null: the resource does not apply,
   * such as the share of a limit without a limit.
   */
  measure(load: SampledLoad): Readonly<Record<string, number | null>> | Text | null
}>

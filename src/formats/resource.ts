import type { Text } from '../model/text.ts'
import type { Instance, Window } from './resource-counters.ts'
import type { ResourceSample } from './resources.ts'

/** What was sampled of a service in the part of the load that counts. */
export type SampledLoad = Readonly<{
  window: Window
  /** The samples in the window, of all instances. */
  within: readonly ResourceSample[]
  /** All samples, also those around the window: a counter at its ends lies between two of them. */
  instances: readonly Instance[]
  /** How many requests there were in the window. null: not known. */
  requests: number | null
}>

/** What a service used: one metric with its statistics. Its unit and its direction are in model/resources.ts. */
export type Resource = Readonly<{
  metric: string
  /** What must have been sampled: a counter at both ends of the load, anything else all the time. */
  needs: 'both-ends' | 'all-the-time'
  /** The statistics, each null where it is not known. A text: why none is known. null: there is nothing to say, such as the share of no limit. */
  measure(load: SampledLoad): Readonly<Record<string, number | null>> | Text | null
}>

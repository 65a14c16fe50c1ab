import type { Capacity, CapacityCheck } from '../model/capacity.ts'

/** What follows for the service from the steps of one ladder, and the checks that were made. */
export type Answer = Pick<Capacity, 'model' | 'kneeUsers' | 'maxPerS' | 'curves'> &
  Readonly<{ checks: readonly CapacityCheck[] }>

export const NO_ANSWER = { model: null, kneeUsers: null, maxPerS: null, curves: {} } as const

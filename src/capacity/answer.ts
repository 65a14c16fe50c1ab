import type { Capacity, CapacityCheck } from '../model/capacity.ts'

/** What the steps of one ladder say of the service, and the checks that led there. */
export type Answer = Pick<Capacity, 'model' | 'kneeUsers' | 'maxPerS' | 'curves'> &
  Readonly<{ checks: readonly CapacityCheck[] }>

export const NO_ANSWER = { model: null, kneeUsers: null, maxPerS: null, curves: {} } as const

import type { Ancestry, BaselineLookup } from '../model/baseline.ts'
import type { Confirmation, ServicePolicy } from '../model/policy.ts'
import type { CollectedRuns } from '../model/run.ts'
import type { Origin } from './design.ts'
import type { DriftAnchor } from './drift.ts'

/** Everything that a comparison rests on. */
export type ComparisonInput = Readonly<{
  collected: CollectedRuns
  /** Whether both sides of `collected` come from one results folder or artifact, or from two folders. */
  origin: Origin
  /** null: this comparison has no store. */
  lookup: BaselineLookup | null
  ancestry: Ancestry
  namedServices: readonly string[]
  policyFor: (service: string) => ServicePolicy
  /** Whether the change touches none of the service's `paths`, so that its results may be absent. */
  isUntouched: (service: string) => boolean
  limitFor: (policy: ServicePolicy, endpoint: string | null) => number
  /** Set when a rerun adds runs to the existing ones. The data are then judged at several stages. */
  confirmation?: Confirmation | null
  /** A second anchor that the default branch must not drift away from. */
  drift?: DriftAnchor | null
  /** Absent: all series. The self-test only needs the primary series. */
  only?: 'primary'
}>

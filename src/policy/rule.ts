import type { ServiceEvidence } from '../model/comparison.ts'
import type { LevelKey, ServicePolicy } from '../model/policy.ts'
import type { Finding } from '../model/verdict.ts'

/**
 * What a rule says, before the policy's level is put on it.
 * `atMost: 'warn'`: this one never blocks, even where the policy says `fail` for its key.
 */
export type Remark = Omit<Finding, 'level'> & Readonly<{ atMost?: 'warn' }>

/**
 * One rule of the gate: evidence of one service in, remarks out.
 * `keys` are the levels that it answers for; check-rules.ts drops remarks whose level is `off`.
 */
export type Rule = Readonly<{
  id: string
  keys: readonly LevelKey[]
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[]
}>

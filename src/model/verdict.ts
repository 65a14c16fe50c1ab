import type { ExpectedFalseAlarms, RerunNeed, ServiceEvidence } from './comparison.ts'
import type { OverrideDecision } from './override.ts'
import type { PastAlarms } from './replay.ts'
import type { Said } from './text.ts'

/** One result of one rule. `level` is never `off`, because a rule that is off gives no findings. */
export type Finding = Readonly<{
  /** The key of the policy's `levels`. */
  rule: string
  /** The word in the column of verdicts. */
  word: string
  level: 'fail' | 'warn'
  /** null: the whole gate, such as an unreadable baseline. */
  service: string | null
  endpoint: string | null
  metric: string | null
  stat: string | null
  expected: string
  actual: string
}> &
  Said

/** Worst first. `invalid` and `fail` block; `pending` blocks until a rerun has added runs. */
export type Outcome = 'invalid' | 'fail' | 'pending' | 'overridden' | 'no-baseline' | 'warn' | 'pass'

export function isBlocking(outcome: Outcome): boolean {
  return outcome === 'invalid' || outcome === 'fail' || outcome === 'pending'
}

export type Verdict = Readonly<{
  outcome: Outcome
  /** Whether the outcome keeps a change from being merged. Always false if the gate is not enforced. */
  blocked: boolean
  /** false: the policy only tries the gate out. If `isBlocking`, the change would be blocked. Absent: it is enforced. */
  enforced?: boolean
  /** Gated series that were compared, of those that should have been. */
  compared: number
  expected: number
  /** Findings of level `fail` come first, then the larger problems. */
  findings: readonly Finding[]
  services: readonly ServiceEvidence[]
  override: OverrideDecision
  /** The runs that a rerun would add, if a confirmation is configured. Empty or absent: there is no rerun to wait for. */
  rerunPlan?: readonly RerunNeed[]
  /** How often this gate blocked unchanged code among the stored pushes. null or absent: there are too few pushes. */
  pastAlarms?: PastAlarms | null
  /** How many unchanged pull requests this set-up blocks. null or absent: not known, or only a proof blocks. */
  expectedFalseAlarms?: ExpectedFalseAlarms | null
}>

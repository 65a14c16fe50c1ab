import type { ExpectedFalseAlarms, RerunNeed, ServiceEvidence } from './comparison.ts'
import type { OverrideDecision } from './override.ts'
import type { PastAlarms } from './replay.ts'
import type { Said } from './text.ts'

/** What one rule says of one thing. `level` is never `off`: a rule that is off says nothing. */
export type Finding = Readonly<{
  /** The key of the policy's `levels`. */
  rule: string
  /** What the column of verdicts says. */
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
  /** Does the outcome keep a change from being merged? Never where the gate is not enforced. */
  blocked: boolean
  /** false: the policy only tries the gate out, and what `isBlocking` would be blocked. Absent: it is enforced. */
  enforced?: boolean
  /** Gated series that were compared, of those that should have been. */
  compared: number
  expected: number
  /** Fail findings first, then the larger problem first. */
  findings: readonly Finding[]
  services: readonly ServiceEvidence[]
  override: OverrideDecision
  /** What a rerun would add, where a confirmation is configured. Empty or absent: there is nothing to wait for. */
  rerunPlan?: readonly RerunNeed[]
  /** How often this gate cried wolf on the stored pushes. null or absent: too few of them. */
  pastAlarms?: PastAlarms | null
  /** How many unchanged pull requests this set-up blocks. null or absent: not known, or only a proof blocks. */
  expectedFalseAlarms?: ExpectedFalseAlarms | null
}>

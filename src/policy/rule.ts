import type { ServiceEvidence } from '../model/comparison.ts'
import type { Level, ServicePolicy } from '../model/policy.ts'
import type { Finding } from '../model/verdict.ts'

/**
 * What a rule says, before the policy's level is put on it.
 * `atMost: 'warn'`: this one never blocks, even where the policy says `fail` for its key. `word` stands in place of the declared one.
 */
export type Remark<Key extends string = string> = Omit<Finding, 'rule' | 'level' | 'word'> &
  Readonly<{ rule: Key; word?: string; atMost?: 'warn' }>

/** Of a remark on no single series: on a service, or on the gate. */
export const WHOLE_SERVICE = { endpoint: null, metric: null, stat: null } as const

/** A key under `levels` in the policy. The schemas, the defaults, the word of the table and the page of the policy are made from it. */
export type LevelDeclaration = Readonly<{
  default: Level
  /** What the column of verdicts says. */
  word: string
  /** When the rule speaks, for docs/policy.md. */
  about: string
  /** Why it cannot be `off`. Absent: it can. */
  neverOff?: string
}>

/**
 * One rule of the gate: evidence of one service in, remarks out.
 * `levels` are the keys that it answers for; check-rules.ts drops remarks whose level is `off`.
 */
export type Rule<Key extends string = string> = Readonly<{
  id: string
  levels: Readonly<Record<Key, LevelDeclaration>>
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<Key>[]
}>

/** What the policy says of a key, or the default of its rule. */
export function levelOf<Key extends string>(
  { levels: declared }: Rule<Key>,
  key: Key,
  { levels }: Pick<ServicePolicy, 'levels'>,
): Level {
  return levels[key] ?? declared[key].default
}

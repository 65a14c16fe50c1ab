import type { Text } from './text.ts'

/**
 * What the platform says about an override, fetched live. It is never taken from the payload of an event, because a re-run
 * replays the old payload.
 */
export type OverrideFacts = Readonly<{
  label: string
  labelPresent: boolean
  /** `labeled` and `unlabeled` events of this label, oldest first, all pages. */
  events: readonly Readonly<{ kind: 'labeled' | 'unlabeled'; actor: string; actorIsBot: boolean; at: string }>[]
  /** Repository role of whoever set the label last: `admin`, `maintain`, `write`, `triage`, `read`, `none`, or a custom one. */
  actorRole: string | null
  pullRequest: Readonly<{ number: number; author: string; headSha: string; body: string }>
  /** The last edit of the description. null: never edited, or it has no part that could be a reason. */
  bodyEdited: Readonly<{ at: string; by: string | null }> | null
  /** When the pull request was last pointed at another base branch. null: never. */
  baseChangedAt: string | null
  /** Who pushed the head commit, as the platform saw it. null: unknown. */
  headPushedBy: string | null
  ownerIsOrganization: boolean
  /** Since when this commit is the head, as the platform saw it: the start of its first workflow run on this branch since it came there. null: unknown. */
  headSeenAt: string | null
  /** The comments with a command, oldest first. */
  comments: readonly Readonly<{
    id: number
    author: string
    authorRole: string | null
    body: string
    at: string
    updatedAt: string
    /** The last person other than the author who edited the comment. null: nobody. */
    editedBy: string | null
  }>[]
  /** Submitted reviews, oldest first, all pages. Empty where the policy asks for none. */
  reviews: readonly Readonly<{
    author: string
    authorRole: string | null
    /** `approved` and `changes-requested` replace the earlier review of the same person. A dismissed review has no effect. */
    state: 'approved' | 'changes-requested' | 'dismissed'
    /** The reviewed commit. null: it no longer exists. */
    commit: string | null
    at: string
  }>[]
  /** When these facts were read, by the clock of the reading machine. */
  readAt: string
  /** The record of the acceptance of this commit. null: it was not accepted yet. */
  accepted: AcceptedOverride | null
}>

/** The gate's own record of what somebody accepted at one commit: the first measurement after the label, not the last. */
export type AcceptedOverride = Readonly<{
  by: string
  /** null: the record of an older version does not have it. */
  pullRequest: number | null
  /** What blocked at that time. `changeRatio` null: the size is unknown. */
  services: readonly Readonly<{ service: string; changeRatio: number | null }>[]
  /** The number of further services that blocked and did not fit into the record. */
  hiddenServices: number
  at: string
  /** Whether the override was in force at the last check of the gate. */
  inForce: boolean
}>

/** Why an override does not count, and what to do. */
export type Refused = Readonly<{ why: Text; next: Text }>

export type OverrideDecision =
  | Readonly<{ kind: 'none' }>
  | (Readonly<{ kind: 'refused'; by: string | null }> & Refused)
  | Readonly<{ kind: 'valid'; by: string; reason: string; at: string; headSha: string }>

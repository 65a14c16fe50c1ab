import type { Text } from './text.ts'
/** What the platform says about an override, fetched live. Never from an event's payload, which a re-run replays. */
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
  /** Those with a command, oldest first. */
  comments: readonly Readonly<{
    id: number
    author: string
    authorRole: string | null
    body: string
    at: string
    updatedAt: string
    /** Who changed its words last, other than its author. null: nobody. */
    editedBy: string | null
  }>[]
  /** Submitted reviews, oldest first, all pages. Empty where the policy asks for none. */
  reviews: readonly Readonly<{
    author: string
    authorRole: string | null
    /** `approved` and `changes-requested` replace what the same person said before; a dismissed one counts for nothing. */
    state: 'approved' | 'changes-requested' | 'dismissed'
    /** The commit that was reviewed. null: it is gone. */
    commit: string | null
    at: string
  }>[]
  /** When these facts were read: the clock of whoever read them. */
  readAt: string
  /** What was written down when this commit was accepted. null: it was not yet. */
  accepted: AcceptedOverride | null
}>

/** The gate's own record of what somebody accepted of one commit: the first measurement after the label, not the last. */
export type AcceptedOverride = Readonly<{
  by: string
  /** null: a record of an older version does not say it. */
  pullRequest: number | null
  /** What blocked then. `changeRatio` null: of unknown size. */
  services: readonly Readonly<{ service: string; changeRatio: number | null }>[]
  /** So many more services blocked, for which the record has no room. */
  hiddenServices: number
  at: string
  /** Did it hold, when the gate last looked? */
  inForce: boolean
}>

export type OverrideDecision =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'refused'; by: string | null; why: Text; next: Text }>
  | Readonly<{ kind: 'valid'; by: string; reason: string; at: string; headSha: string }>

/** What the platform says about an override, fetched live. Never from an event's payload, which a re-run replays. */
export type OverrideFacts = Readonly<{
  label: string
  labelPresent: boolean
  /** `labeled` and `unlabeled` events of this label, oldest first, all pages. */
  events: readonly Readonly<{ kind: 'labeled' | 'unlabeled'; actor: string; actorIsBot: boolean; at: string }>[]
  /** Repository role of whoever set the label last: `admin`, `maintain`, `write`, `triage`, `read`, `none`, or a custom one. */
  actorRole: string | null
  pullRequest: Readonly<{ number: number; author: string; headSha: string; body: string }>
  ownerIsOrganization: boolean
  /** When the platform first saw this head commit: the start of its first workflow run. null: unknown. */
  headSeenAt: string | null
  comments: readonly Readonly<{ id: number; author: string; authorRole: string | null; body: string; at: string }>[]
}>

export type OverrideDecision =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'refused'; by: string | null; why: string; next: string }>
  | Readonly<{ kind: 'valid'; by: string; reason: string; at: string; headSha: string }>

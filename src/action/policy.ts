import { withPermissionHint } from '../github/permission-error.ts'
import { readPolicySource } from '../github/policy-source.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { Policy } from '../model/policy.ts'
import { plainText, type Text } from '../model/text.ts'
import { defaultPolicy } from '../policy/default-policy.ts'

/** A policy, and the commit that it was read at. */
export type PolicyInForce = Readonly<{
  policy: Policy
  commit: string
  /** What is not in force though somebody may believe so, in full sentences. */
  notes: readonly Text[]
}>

/**
 * The policy with what the inputs set.
 *
 * @param at the base branch as it is now (`refs/heads/main`), or a commit of it
 */
export async function readPolicy({ inputs, client, log }: Surroundings, at: string): Promise<PolicyInForce> {
  const settings = {
    maxRegression: inputs.maxRegression ?? undefined,
    overrideLabel: inputs.overrideLabel ?? undefined,
  }
  const { commit, file, note } = await withPermissionHint('read the policy file', () =>
    readPolicySource(client, inputs.policy, at),
  )
  if (note !== null) log.warning(plainText(note))
  const found = { commit, notes: note === null ? [] : [note] }
  if (file === null) return { ...found, policy: defaultPolicy(settings) }
  const { parsePolicy } = await import('../policy/policy-file.ts')
  return { ...found, policy: parsePolicy(file.text, file.source, settings) }
}

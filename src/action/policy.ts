import { withPermissionHint } from '../github/permission-error.ts'
import { readPolicySource } from '../github/policy-source.ts'
import type { Surroundings } from '../github/surroundings.ts'
import type { Policy } from '../model/policy.ts'
import { plainText, type Text } from '../model/text.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { givenPercent } from '../policy/given-percent.ts'

/** A policy, and the commit from which it was read. */
export type PolicyInForce = Readonly<{
  policy: Policy
  commit: string
  /** Settings that are not in force although somebody may think so, in full sentences. */
  notes: readonly Text[]
}>

/**
 * Reads the policy, and adds the settings of the inputs.
 *
 * @param at the base branch (`refs/heads/main`), or a commit of it
 */
export async function readPolicy({ inputs, client, log }: Surroundings, at: string): Promise<PolicyInForce> {
  const settings = {
    maxRegressionRatio: givenPercent('The input `max-regression`', inputs.maxRegression),
    overrideLabel: inputs.overrideLabel,
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

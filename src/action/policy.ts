import { explained } from '../github/permission-error.ts'
import { readPolicySource } from '../github/policy-source.ts'
import type { Policy } from '../model/policy.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import type { Job } from './job.ts'

/** The policy at a commit of the base branch, with what the inputs set. */
export async function readPolicy({ inputs, client }: Job, sha: string): Promise<Policy> {
  const settings = {
    maxRegression: inputs.maxRegression ?? undefined,
    overrideLabel: inputs.overrideLabel ?? undefined,
  }
  const found = await explained('read the policy file', () => readPolicySource(client, inputs.policy, sha))
  if (found === null) return defaultPolicy(settings)
  const { parsePolicy } = await import('../policy/policy-file.ts')
  return parsePolicy(found.text, found.source, settings)
}

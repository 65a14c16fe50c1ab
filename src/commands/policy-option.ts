import { readFile } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import { defaultPolicy } from '../policy/default-policy.ts'

export const POLICY_FLAGS = {
  policy: { type: 'string', value: 'FILE', says: 'the rules; without it the defaults hold' },
  'max-regression': { type: 'string', value: '5%', says: 'the limit of p95, where the policy has none' },
} as const

/** The policy of `--policy` and `--max-regression`. Without a file the defaults hold, and the YAML parser is not loaded. */
export async function readPolicy(path: string | undefined, maxRegression: string | undefined): Promise<Policy> {
  if (path === undefined) return defaultPolicy({ maxRegression })
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The policy file ${path} cannot be read (${error.code}). Check the path after --policy.`)
  })
  return await policyOfText(text, path, maxRegression)
}

export async function policyOfText(text: string, source: string, maxRegression: string | undefined): Promise<Policy> {
  const { parsePolicy } = await import('../policy/policy-file.ts')
  return parsePolicy(text, source, { maxRegression })
}

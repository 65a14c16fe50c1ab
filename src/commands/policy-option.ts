import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { parsePercent } from '../policy/limit-text.ts'
import { readFlagFile } from './read-flag-file.ts'

export const POLICY_FLAGS = {
  policy: { type: 'string', value: 'FILE', says: 'the policy; default: the built-in values' },
  'max-regression': { type: 'string', value: '5%', says: 'the limit for p95 when the policy has none; default: 5%' },
} as const

/** The policy of `--policy` and `--max-regression`. Without a file the defaults hold, and the YAML parser is not loaded. */
export async function readPolicy(
  path: string | undefined,
  maxRegression: string | undefined,
  flag = 'policy',
): Promise<Policy> {
  checkMaxRegression(maxRegression)
  if (path === undefined) return defaultPolicy({ maxRegression })
  return await policyOfText(`${await readFlagFile(flag, path)}`, path, maxRegression)
}

/** The same value is an input of the Action. Here it is a flag, and the error says so. */
function checkMaxRegression(text: string | undefined): void {
  const parsed = text === undefined ? null : parsePercent(text.trim())
  if (parsed?.kind === 'error')
    throw new UserError(`--max-regression cannot be ${JSON.stringify(text)}: ${parsed.problem}.`)
}

export async function policyOfText(text: string, source: string, maxRegression: string | undefined): Promise<Policy> {
  const { parsePolicy } = await import('../policy/policy-file.ts')
  return parsePolicy(text, source, { maxRegression })
}

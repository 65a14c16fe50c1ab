import type { Policy } from '../model/policy.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { givenPercent } from '../policy/given-percent.ts'
import { readFlagFile } from './read-flag-file.ts'

/** `init` writes the policy to this path, and the Action reads it from there. */
export const DEFAULT_POLICY_FILE = '.github/perf-gate.yml'

export const POLICY_FLAGS = {
  policy: { type: 'string', value: 'FILE', says: 'the policy; default: the built-in values' },
  'max-regression': { type: 'string', value: '5%', says: 'the limit for p95 when the policy has none; default: 5%' },
} as const

/** The policy of `--policy` and `--max-regression`. Without a file the defaults hold. */
export async function readPolicy(path: string | undefined, maxRegression?: string, flag = 'policy'): Promise<Policy> {
  return await policyOfText(
    path === undefined ? null : `${await readFlagFile(flag, path)}`,
    path ?? null,
    maxRegression,
  )
}

/** The policy in a text. null: the defaults hold, and the YAML parser is not loaded. */
export async function policyOfText(
  text: string | null,
  source: string | null,
  maxRegression: string | undefined,
): Promise<Policy> {
  const inputs = { maxRegressionRatio: givenPercent('--max-regression', maxRegression) }
  if (text === null) return defaultPolicy(inputs)
  const { parsePolicy } = await import('../policy/policy-file.ts')
  return parsePolicy(text, source, inputs)
}

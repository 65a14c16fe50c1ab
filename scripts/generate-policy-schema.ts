import { writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { toJSONSchema } from 'zod'
import { PolicyFile } from '../src/policy/policy-schema.ts'

/** The published JSON Schema of the policy file, for editors. `input`: the value that a person writes, `5%` and not 0.05. */
export function policySchemaText(): string {
  return `${JSON.stringify(toJSONSchema(PolicyFile, { io: 'input' }), null, 2)}\n`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../schema/policy.schema.json', import.meta.url), policySchemaText())
}

import { explained } from '../github/permission-error.ts'
import { readTemplateSources } from '../github/template-sources.ts'
import type { Policy } from '../model/policy.ts'
import type { Look } from '../report/look.ts'
import type { Job } from './job.ts'

/**
 * How reports look: with the templates that the policy names, at the same commit of the base branch as the policy. Never
 * fails: where they cannot be read, the standard report says why, and the verdict is the same.
 */
export async function readLook({ client, log }: Job, { templates }: Policy, sha: string): Promise<Look> {
  if (templates === null) return (await import('../report/look.ts')).STANDARD_LOOK
  const look = await ownLook(() =>
    explained('read the report templates', () => readTemplateSources(client, templates, sha)),
  )
  for (const problem of look.problems) log.warning(problem)
  return look
}

type ReadSources = () => ReturnType<typeof readTemplateSources>

/** The compiler of templates is loaded only here. */
async function ownLook(read: ReadSources): Promise<Look> {
  try {
    const sources = await read()
    const { customLook } = await import('../report/custom-templates.ts')
    return customLook(sources)
  } catch (error) {
    const { standardBecause } = await import('../report/look.ts')
    return standardBecause([error instanceof Error ? error.message : String(error)])
  }
}

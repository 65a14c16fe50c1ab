import { withPermissionHint } from '../github/permission-error.ts'
import type { Surroundings } from '../github/surroundings.ts'
import { readTemplateSources } from '../github/template-sources.ts'
import type { Policy } from '../model/policy.ts'
import type { TemplateSet } from '../report/template-set.ts'

/**
 * Reads the templates that the policy names, at the same commit of the base branch as the policy. Never throws: if they cannot be read,
 * the standard report is used and says why. The verdict does not change.
 */
export async function readTemplates(
  { client, log }: Surroundings,
  { templates: folder }: Policy,
  sha: string,
): Promise<TemplateSet> {
  if (folder === null) return (await import('../report/template-set.ts')).STANDARD_TEMPLATES
  const templates = await ownTemplates(() =>
    withPermissionHint('read the report templates', () => readTemplateSources(client, folder, sha)),
  )
  for (const problem of templates.problems) log.warning(problem)
  return templates
}

type ReadSources = () => ReturnType<typeof readTemplateSources>

/** The compiler of templates is loaded only here. */
async function ownTemplates(read: ReadSources): Promise<TemplateSet> {
  try {
    const sources = await read()
    const { customTemplates } = await import('../report/custom-templates.ts')
    return customTemplates(sources)
  } catch (error) {
    const { standardTemplatesBecause } = await import('../report/template-set.ts')
    return standardTemplatesBecause([error instanceof Error ? error.message : String(error)])
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { withoutRunnerCommands } from '../model/runner-command.ts'
import { STANDARD_TEMPLATES, type TemplateSet } from '../report/template-set.ts'

/** The templates of `--templates DIR`: its files `*.hbs`. Only this flag loads the compiler of templates. */
export async function readTemplates(folder: string | undefined): Promise<TemplateSet> {
  if (folder === undefined) return STANDARD_TEMPLATES
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The folder ${folder} cannot be read (${error.code}). Check the path after --templates.`)
  })
  const ownNames = names.filter((name) => name.endsWith('.hbs')).toSorted()
  const sources = await Promise.all(
    ownNames.map(async (name) => ({ path: join(folder, name), text: await readFile(join(folder, name), 'utf8') })),
  )
  const { customTemplates } = await import('../report/custom-templates.ts')
  const templates = customTemplates(sources)
  for (const problem of templates.problems) process.stderr.write(withoutRunnerCommands(`perf-gate: ${problem}\n`))
  return templates
}

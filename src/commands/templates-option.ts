import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { type Look, STANDARD_LOOK } from '../report/look.ts'

/** The look of `--templates DIR`: its files `*.hbs`. The compiler of templates is loaded only when there is such a flag. */
export async function readLook(folder: string | undefined): Promise<Look> {
  if (folder === undefined) return STANDARD_LOOK
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The folder ${folder} cannot be read (${error.code}). Check the path after --templates.`)
  })
  const templates = names.filter((name) => name.endsWith('.hbs')).toSorted()
  const sources = await Promise.all(
    templates.map(async (name) => ({ path: join(folder, name), text: await readFile(join(folder, name), 'utf8') })),
  )
  const { customLook } = await import('../report/custom-templates.ts')
  const look = customLook(sources)
  for (const problem of look.problems) process.stderr.write(`perf-gate: ${problem}\n`)
  return look
}

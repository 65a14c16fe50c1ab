import type { ForeignFileError } from '../formats/unreadable.ts'
import { listed, name, type Text, text } from '../model/text.ts'

/** Above this number the files share one note. */
const MAX_SINGLE = 3

/** The notes about files beside a result that are no results: what each of them is. They need no action. */
export function notRead(files: readonly (readonly [path: string, error: ForeignFileError])[]): readonly Text[] {
  if (files.length <= MAX_SINGLE) return files.map(([path, { what }]) => text`${name(path)} was not read. ${what}`)
  return [
    text`${files.length} files were not read, because none of them is a result: ${listed(
      [...new Set(files.map(([path]) => path))].map(name),
      MAX_SINGLE,
    )}.`,
  ]
}

import type { ForeignFileError } from '../formats/unreadable.ts'
import { listed, name, type Text, text } from '../model/text.ts'

/** More files than these are named together. */
const MAX_SINGLE = 3

/** What is said of files that are no results and lie beside one: what they are, and nothing that had to be done. */
export function notRead(files: readonly (readonly [path: string, error: ForeignFileError])[]): readonly Text[] {
  if (files.length <= MAX_SINGLE) return files.map(([path, { what }]) => text`${name(path)} was not read. ${what}`)
  return [
    text`${files.length} files were not read, because none of them is a result: ${listed(
      files.map(([path]) => name(path)),
      MAX_SINGLE,
    )}.`,
  ]
}

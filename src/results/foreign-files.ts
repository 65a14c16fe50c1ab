import type { ForeignFileError } from '../formats/unreadable.ts'

/** More files than these are named together. */
const MAX_SINGLE = 3

/** What is said of files that are no results and lie beside one: what they are, and nothing that had to be done. */
export function notRead(files: readonly (readonly [path: string, error: ForeignFileError])[]): readonly string[] {
  if (files.length <= MAX_SINGLE) return files.map(([path, { what }]) => `${path} was not read. ${what}`)
  const shown = files.slice(0, MAX_SINGLE).map(([path]) => path)
  return [
    `${files.length} files were not read, because none of them is a result: ${shown.join(', ')} and ${files.length - MAX_SINGLE} more.`,
  ]
}

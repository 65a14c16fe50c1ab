import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { print } from './print.ts'

/** Where a command writes its report besides standard output. */
export const OUTPUT_FLAGS = {
  json: { type: 'string', value: 'FILE', writes: 'file', says: 'the report for programs' },
  markdown: { type: 'string', value: 'FILE', writes: 'file', says: 'the printed report as a file' },
} as const

type OutputPaths = Readonly<{ [Flag in keyof typeof OUTPUT_FLAGS]?: string | undefined }>

/** Prints a report, and saves it and its JSON where the flags ask for them. */
export async function printReport(text: string, json: object, paths: OutputPaths): Promise<void> {
  print(text)
  if (paths.markdown !== undefined) await save(paths.markdown, text)
  if (paths.json !== undefined) await save(paths.json, `${JSON.stringify(json, null, 2)}\n`)
}

/** Writes a report to a file, and creates its parent folders. */
export async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

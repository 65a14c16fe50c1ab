import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Where a command writes its report besides standard output. */
export const OUTPUT_FLAGS = {
  json: { type: 'string', value: 'FILE', writes: 'file', says: 'the report for programs' },
  markdown: { type: 'string', value: 'FILE', writes: 'file', says: 'the printed report as a file' },
} as const

/** Writes a report to a file, and creates its parent folders. */
export async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

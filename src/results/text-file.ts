import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import { fileName } from './run-path.ts'

/** `exit-code` and `run.json` take a few hundred bytes. */
const MAX_SMALL_FILE_BYTES = 64 * 1024

/** About 200 bytes per second and process: enough for one process for a day, or for twenty processes for an hour. */
const MAX_RESOURCES_BYTES = 16 * 1024 ** 2

export async function readSmallText(file: ResultFile): Promise<string> {
  const text = await readUpTo(file, MAX_SMALL_FILE_BYTES)
  if (text === null) throw new UserError(`The file ${fileName(file.path)} is larger than 64 KiB.`)
  return text
}

export async function readResourcesText(file: ResultFile): Promise<string> {
  const text = await readUpTo(file, MAX_RESOURCES_BYTES)
  if (text === null) throw new UserError(`The file ${fileName(file.path)} is larger than 16 MiB.`)
  return text
}

/** The text of a file. null: the file is larger than the limit. */
async function readUpTo(file: ResultFile, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.open()) {
    size += chunk.length
    if (size >= maxBytes) return null
    chunks.push(chunk.slice())
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  // PowerShell 5 writes UTF-16 with ">": https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_character_encoding
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

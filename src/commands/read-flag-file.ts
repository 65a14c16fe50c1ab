import { readFile } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'

/** Reads the file whose path is the value of a flag. Throws a UserError that names the flag when the file cannot be read. */
export async function readFlagFile(flag: string, path: string): Promise<Buffer> {
  return await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${path} cannot be read (${error.code}). Check the path after --${flag}.`, { cause: error })
  })
}

/** The JSON in the file of a flag. null: the file is not JSON. Throws a UserError with the flag when the file cannot be read. */
export async function readFlagJson(flag: string, path: string): Promise<unknown> {
  const bytes = await readFlagFile(flag, path)
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}

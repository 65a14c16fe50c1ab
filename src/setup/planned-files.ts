import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file that `init` or `monitor` would write, compared with the file on disk. */
export type PlannedFile = Readonly<{
  /** The path below the target folder. */
  path: string
  text: string
  state: 'new' | 'same' | 'differs'
}>

/** Compares files with those on disk, and writes nothing. */
export async function planFiles(
  folder: string,
  files: readonly Readonly<{ path: string; text: string }>[],
): Promise<readonly PlannedFile[]> {
  return await Promise.all(
    files.map(async ({ path, text }) => {
      const found = await readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return { path, text, state: found === null ? 'new' : found === text ? 'same' : 'differs' } as const
    }),
  )
}

/** Writes the files that are missing or differ. */
export async function writeFiles(folder: string, files: readonly PlannedFile[]): Promise<void> {
  for (const { path, text, state } of files) {
    if (state === 'same') continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import { code as codeText, text } from '../model/text.ts'
import { errorCode } from './error-code.ts'
import { gunzipped } from './gunzip.ts'

/** Far more files than any results folder has. Above this number the path is probably wrong, such as `/`. */
const MAX_FILES = 10_000

const CHUNK_BYTES = 512 * 1024

/**
 * All files of a folder and of the folders below it, or the file itself. Throws a UserError if the path does not exist or a
 * symbolic link leads out of the folder: results must not make the gate read other files of the machine.
 */
export async function readFolder(path: string): Promise<readonly ResultFile[]> {
  const root = await resolveRoot(path)
  const info = await stat(root)
  if (info.isFile()) return [resultFile(root, basename(path))]
  if (!info.isDirectory()) throw new UserError(`${path} is neither a file nor a folder.`)
  const files: ResultFile[] = []
  await addFiles(root, root, files)
  return files
}

/**
 * The files of `readFolder`. If the path is a single file, the exit code in its folder is added: an aborted run must not pass
 * because only its file was named.
 */
export async function resultFilesAt(path: string): Promise<readonly ResultFile[]> {
  const files = await readFolder(path)
  const root = await realpath(path)
  if (!(await stat(root)).isFile()) return files
  const exitCode = join(dirname(root), 'exit-code')
  const isThere = await stat(exitCode).then(
    (info) => info.isFile(),
    () => false,
  )
  return isThere && exitCode !== root ? [...files, resultFile(exitCode, 'exit-code')] : files
}

async function resolveRoot(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UserError(`${path} does not exist. Expected a folder with results, or one result file.`)
    }
    if (code === 'EACCES') throw new UserError(`${path} cannot be read: permission denied.`)
    throw error
  }
}

async function addFiles(root: string, folder: string, files: ResultFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink()) await requireInside(root, path)
    const info = entry.isSymbolicLink() ? await stat(path) : entry
    if (info.isDirectory() && !entry.isSymbolicLink()) await addFiles(root, path, files)
    else if (info.isFile()) files.push(resultFile(path, relative(root, path).split(sep).join('/')))
    else throw new UserError(`${path} is neither a file nor a folder. Remove it from the results.`)
    if (files.length > MAX_FILES)
      throw new UserError(`${root} has more than ${MAX_FILES} files. Is it really a folder with results?`)
  }
}

async function requireInside(root: string, link: string): Promise<void> {
  const target = await realpath(link).catch(() => null)
  if (target?.startsWith(root + sep)) return
  throw new UserError(`The symbolic link ${link} leads out of the results folder or to nothing. Copy the file instead.`)
}

function resultFile(location: string, path: string): ResultFile {
  return { path, artifact: null, open: () => gunzipped(readChunks(location)) }
}

/**
 * The bytes of a file. Two buffers take turns: while the caller reads one, the other is filled. A stream of Node.js allocates a
 * new buffer for each chunk, which takes longer than reading the file.
 */
async function* readChunks(location: string): AsyncIterable<Uint8Array> {
  const file = await orRefused(open(location))
  try {
    let ahead = readInto(file, new Uint8Array(CHUNK_BYTES))
    let spare = new Uint8Array(CHUNK_BYTES)
    for (;;) {
      const { bytesRead, buffer } = await orRefused(ahead)
      if (bytesRead === 0) return
      ahead = readInto(file, spare)
      yield buffer.subarray(0, bytesRead)
      spare = buffer
    }
  } finally {
    await file.close()
  }
}

/** If the system cannot read a file, only this file is refused, like a damaged one. */
async function orRefused<T>(work: Promise<T>): Promise<T> {
  return await work.catch((error) => {
    const code = errorCode(error)
    if (code === null) throw error
    throw new UserError(
      text`The file cannot be read (${codeText(code)}). Check that it exists and that this user may read it.`,
      { cause: error },
    )
  })
}

type Reading = Promise<Readonly<{ bytesRead: number; buffer: Uint8Array<ArrayBuffer> }>>

function readInto(file: FileHandle, buffer: Uint8Array<ArrayBuffer>): Reading {
  const reading = file.read(buffer, 0, buffer.length, null)
  // If the caller stops before it reads this part, nobody waits for the error. Without this handler Node.js would end the
  // process. If the caller does wait, it still gets the error.
  reading.catch(() => {})
  return reading
}

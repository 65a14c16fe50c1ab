import { accessSync, constants, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { errorCode } from '../results/error-code.ts'

/** What a command writes at a path: a file, a folder with files, or either of them. Missing parent folders are created. */
export type Output = 'file' | 'folder' | 'file or folder'

/**
 * The reason why nothing can be written at this path, as a sentence. null: it can be written. Checked before the work, so that a
 * wrong path does not lose the result.
 */
export function outputProblem(path: string, output: Output): string | null {
  if (path === '-') return '"-" is no path. Standard output is /dev/stdout.'
  const found = statsOf(path)
  if (found === null) return folderProblem(dirname(resolve(path)))
  if (found.isDirectory()) {
    return output === 'file' ? `${path} is a folder. Give the path of a file.` : writeProblem(path)
  }
  return output === 'folder' ? `${path} is a file. Give the path of a folder.` : writeProblem(path)
}

/** A folder that does not exist will be created, so the nearest existing parent is checked. */
function folderProblem(folder: string): string | null {
  const found = statsOf(folder)
  const parent = dirname(folder)
  // On Windows a whole drive may be absent.
  if (found === null) return parent === folder ? `${folder} does not exist.` : folderProblem(parent)
  return found.isDirectory() ? writeProblem(folder) : `${folder} is a file, so no folder can be there.`
}

function writeProblem(path: string): string | null {
  try {
    accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    return `${path} cannot be written (${errorCode(error)}).`
  }
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

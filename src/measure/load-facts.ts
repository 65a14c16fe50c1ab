import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { installedK6Version } from '../setup/this-machine.ts'
import { isK6 } from './k6-options.ts'

/** The facts about the load command that must be equal in two runs, so that they can be compared. */
export type LoadFacts = Readonly<{ load: string; scriptHash: string | null; k6Version: string | null }>

/** Fields of run.json have at most 300 characters. Of a longer text, only the hash is kept. */
const MAX_LOAD_CHARACTERS = 300
/** Larger files are not scripts. */
const MAX_SCRIPT_BYTES = 1024 ** 2

/**
 * The script consists of the files that the command names below the folder in which it is called: `k6 run load.js`, `wrk -s
 * post.lua`. Absolute paths do not count. Several files are hashed together. A single file gets the hash that `perf-gate stamp
 * --script` gives it.
 */
export async function loadFactsOf(command: string, folder: string): Promise<LoadFacts> {
  const hash = createHash('sha256')
  let hasScript = false
  for (const word of new Set(command.split(/[\s"'=;&|<>()]+/))) {
    if (word === '' || word.startsWith('/')) continue
    const path = join(folder, word)
    const found = await stat(path).catch(() => null)
    if (found === null || !found.isFile() || found.size > MAX_SCRIPT_BYTES) continue
    hash.update(await readFile(path))
    hasScript = true
  }
  return {
    load: command.length <= MAX_LOAD_CHARACTERS ? command : createHash('sha256').update(command).digest('hex'),
    scriptHash: hasScript ? hash.digest('hex') : null,
    k6Version: isK6(command) ? await installedK6Version() : null,
  }
}

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { installedK6Version } from '../setup/load-generator.ts'
import { isK6 } from './k6-options.ts'

/** What must be equal for two runs to be compared, of the load command. */
export type LoadFacts = Readonly<{ load: string; scriptHash: string | null; k6Version: string | null }>

/** The fields of run.json are short; a longer text is kept as its hash. */
const MAX_LOAD_CHARACTERS = 300
/** Scripts are smaller. A program that is called by its path is not part of the script. */
const MAX_SCRIPT_BYTES = 1024 ** 2

/**
 * The script is what the command names of the folder in which it is called: `k6 run load.js`, `wrk -s post.lua`. Several are hashed
 * together; one has the hash that `perf-gate stamp --script` gives it.
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

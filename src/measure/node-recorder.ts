import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Loaded into each process of Node before the program. It records as `--cpu-prof` does, which NODE_OPTIONS does not allow in Node 20, and
 * writes on SIGTERM as well, which ends a program without handlers before `--cpu-prof` can write. Package managers start the service and
 * are no part of it. https://nodejs.org/api/inspector.html
 */
const SCRIPT = `
const { writeFileSync } = require('node:fs')
const { Session } = require('node:inspector')
const { basename, join } = require('node:path')
const { isMainThread } = require('node:worker_threads')

const isPackageManager = /^(?:npm|npx|pnpm|yarn|corepack)(?:-cli)?\\.[cm]?js$|^(?:npm|npx|pnpm|yarn|corepack)$/
if (isMainThread && !isPackageManager.test(basename(process.argv[1] ?? ''))) {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.start')
  let isWritten = false
  const write = () => {
    if (isWritten) return
    isWritten = true
    session.post('Profiler.stop', (error, { profile } = {}) => {
      if (error === null) writeFileSync(join(process.env.PERF_GATE_PROFILES, process.pid + '.cpuprofile'), JSON.stringify(profile))
    })
  }
  process.on('exit', write)
  for (const [name, number] of [['SIGTERM', 15], ['SIGINT', 2]]) {
    process.on(name, () => {
      write()
      if (process.listenerCount(name) === 1) process.exit(128 + number)
    })
  }
}
`

/**
 * The variables with which each process of Node that is started writes what it did into a folder when it ends.
 *
 * @param scratch where the script lies
 */
export async function nodeRecorderEnvironment(
  profiles: string,
  scratch: string,
): Promise<Readonly<Record<string, string>>> {
  const script = join(scratch, 'record-cpu-profile.cjs')
  await writeFile(script, SCRIPT)
  // A path in NODE_OPTIONS may have spaces where it is quoted: https://nodejs.org/api/cli.html#node_optionsoptions
  const options = [process.env.NODE_OPTIONS, `--require ${JSON.stringify(script)}`]
  return {
    NODE_OPTIONS: options.filter((one) => one !== undefined).join(' '),
    PERF_GATE_PROFILES: profiles,
  }
}

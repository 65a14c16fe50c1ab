import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Node loads this script in each process before the program. It records like `--cpu-prof`, which Node 20 does not allow in
 * NODE_OPTIONS. It also writes the profile on SIGTERM, which ends a program without handlers before `--cpu-prof` can write.
 * Package managers only start the service, so they are not recorded. https://nodejs.org/api/inspector.html
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
 * The environment variables that make each started Node process write a profile into a folder when it ends.
 *
 * @param scratch the folder for the script
 */
export async function nodeRecorderEnvironment(
  profiles: string,
  scratch: string,
): Promise<Readonly<Record<string, string>>> {
  const script = join(scratch, 'record-cpu-profile.cjs')
  await writeFile(script, SCRIPT)
  // A path with spaces must be quoted in NODE_OPTIONS: https://nodejs.org/api/cli.html#node_optionsoptions
  const options = [process.env.NODE_OPTIONS, `--require ${JSON.stringify(script)}`]
  return {
    NODE_OPTIONS: options.filter((one) => one !== undefined).join(' '),
    PERF_GATE_PROFILES: profiles,
  }
}

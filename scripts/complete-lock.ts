import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/*
 * When the registry does not have the package of another platform, npm leaves that package out of package-lock.json, and `npm ci`
 * then refuses the lock file on every platform (https://github.com/npm/cli/issues/4828). This script adds the missing packages.
 * The package that needs them holds their names and versions, and their names hold the platform.
 */

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))

type Entry = { version?: string; optional?: boolean; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, Entry> }

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'netbsd', 'openbsd', 'sunos', 'aix']
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32', 'mips64el']

/** The platform of a package, from its name. All packages follow the same habit: `binding-linux-arm64-musl`. */
function platformOf(name: string): Record<string, unknown> {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (os === undefined && cpu === undefined)
    throw new Error(`${name} does not name its platform. Add it to package-lock.json by hand.`)
  const libc = words.includes('musl')
    ? { libc: ['musl'] }
    : words.includes('gnu') && os === 'linux'
      ? { libc: ['glibc'] }
      : {}
  return { ...(cpu === undefined ? {} : { cpu: [cpu] }), ...libc, ...(os === undefined ? {} : { os: [os] }) }
}

/** The optional packages that the lock file names but does not contain. */
export function missingPackages(lock: Lock): ReadonlyMap<string, string> {
  const missing = new Map<string, string>()
  for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`node_modules/${name}`, `${place}/node_modules/${name}`]
      if (!places.some((one) => one in lock.packages)) missing.set(name, version)
    }
  }
  return missing
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(await readFile(path, 'utf8')) as Lock
  for (const [name, version] of missingPackages(lock)) {
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ''),
      ...platformOf(name),
      dev: true,
      optional: true,
    } as Entry
    console.log(`added ${name}`)
  }
  const sorted = Object.entries(lock.packages).toSorted(([left], [right]) => (left < right ? -1 : 1))
  await writeFile(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
}

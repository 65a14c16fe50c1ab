import type { Variant } from '../model/run.ts'

/** What a file is for, by its name. `result` is anything else: formats are told apart by content. */
type Role = 'result' | 'exit-code' | 'run-json' | 'resources' | 'ignored'

/** Where a file stands in the results: which run it belongs to and what it is for. */
export type Placement = Readonly<{
  kind: 'placed'
  service: string
  variant: Variant
  /** The number of `run-<n>`; null where the path has none. */
  slot: number | null
  /** The number of `instance-<m>`: one load generator's part of the run. null: the run has one generator. */
  instance: number | null
  role: Role
  /** The folder of the run, or its file where a run is one file. Empty: the top folder. */
  runPath: string
}>

/** A path that is not in the layout, with what is wrong and what to do. */
export type Misplacement = Readonly<{ kind: 'misplaced'; service: string | null; variant: Variant; problem: string }>

export type LayoutDefaults = Readonly<{
  /** The service of files whose path and artifact name none. */
  service: string
  /** The variant of files whose path names none. */
  variant: Variant
}>

const SERVICE_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/
const NUMBERED_RUN = /^run-(\d{1,6})$/
const NUMBERED_FILE = /^run-(\d{1,6})\.[^/]+$/
const NUMBERED_INSTANCE = /^instance-(\d{1,6})$/
const ARTIFACT_PREFIX = /^k6-results-/

const EXPECTED = 'Expected <service>/<baseline or candidate>/run-<n>/<file>, where each folder may be left out.'

/**
 * Reads a path as `<service>/<variant>/run-<n>/[instance-<m>/]<file>`, each folder optional, and one file a run
 * (`run-1.json`). A service that the path does not name comes from an artifact called `k6-results-<service>` or
 * `k6-results-<service>--<leg>`, and else from the defaults.
 */
export function placeFile(
  path: string,
  artifactName: string | null,
  defaults: LayoutDefaults,
): Placement | Misplacement {
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  const rest = [...folders]
  const named = rest[0] !== undefined && !isReserved(rest[0]) ? rest.shift() : undefined
  const service = named ?? serviceOfArtifact(artifactName) ?? defaults.service
  const variant = isVariant(rest[0]) ? rest[0] : defaults.variant
  if (isVariant(rest[0])) rest.shift()
  const role = roleOf(file, folders)
  const problem = problemWithService(service)
  if (problem !== null && role !== 'ignored') return { kind: 'misplaced', service: null, variant, problem }
  const run = takeNumber(rest, NUMBERED_RUN)
  const instance = takeNumber(rest, NUMBERED_INSTANCE)
  if (rest.length > 0 && role !== 'ignored') {
    const found = JSON.stringify(rest[0]).slice(0, 80)
    return {
      kind: 'misplaced',
      service,
      variant,
      problem: `The folder ${found} is not part of the layout. ${EXPECTED}`,
    }
  }
  const ownRun = run === null && instance === null ? Number(NUMBERED_FILE.exec(file)?.[1] ?? Number.NaN) : Number.NaN
  const isOneFile = !Number.isNaN(ownRun)
  const runFolders = instance === null ? folders : folders.slice(0, -1)
  return {
    kind: 'placed',
    service,
    variant,
    slot: isOneFile ? ownRun : run,
    instance,
    role,
    runPath: isOneFile ? path : runFolders.join('/'),
  }
}

/** Why a text cannot be the name of a service; null where it can. */
export function problemWithService(name: string): string | null {
  if (SERVICE_NAME.test(name) && !name.includes('--')) return null
  const found = JSON.stringify(name.slice(0, 80))
  return `The service name ${found} is not allowed: use at most 64 of a-z, 0-9, ".", "_" and "-", starting with a letter or digit, without "--".`
}

/** `k6-results-checkout--leg-2` is a leg of `checkout`; `k6-results` names no service. */
function serviceOfArtifact(name: string | null): string | null {
  if (name === null || !ARTIFACT_PREFIX.test(name)) return null
  return name.replace(ARTIFACT_PREFIX, '').split('--')[0] ?? null
}

function roleOf(file: string, folders: readonly string[]): Role {
  if ([...folders, file].some((part) => /^\.[^.]/.test(part) || part === '__MACOSX')) return 'ignored'
  if (file === 'exit-code') return 'exit-code'
  if (file === 'run.json') return 'run-json'
  return /^resources\./.test(file) ? 'resources' : 'result'
}

function isReserved(folder: string): boolean {
  return isVariant(folder) || NUMBERED_RUN.test(folder) || NUMBERED_INSTANCE.test(folder)
}

function isVariant(folder: string | undefined): folder is Variant {
  return folder === 'baseline' || folder === 'candidate'
}

/** Takes the first folder away where it has this form, and returns its number. */
function takeNumber(folders: string[], form: RegExp): number | null {
  const match = form.exec(folders[0] ?? '')
  if (match === null) return null
  folders.shift()
  return Number(match[1])
}

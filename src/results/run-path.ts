import type { Variant } from '../model/run.ts'
import { isExitCodeName } from './exit-code.ts'

/** What a file is for, by its name. `result` is anything else: formats are told apart by content. */
type Role = 'result' | 'exit-code' | 'run-json' | 'resources' | 'ignored'

/** What the folders of a path say, each by itself. */
export type RunPath = Readonly<{
  /** `k6-results-checkout--eu`: a folder that is called like an artifact, as actions/download-artifact makes one of each. */
  artifact: string | null
  /** Folders that say neither a side nor a run: the service, and what is around it. */
  outer: readonly string[]
  variant: Variant | null
  /** The number of `run-<n>`. */
  slot: number | null
  /** The number of `instance-<m>`: one load generator's part of the run. */
  instance: number | null
  /** The folder of the run: all that the path says, without the part of one load generator. Empty: the top folder. */
  folder: string
  /** The last part of the path. */
  name: string
  role: Role
  /** Folders in another spelling than the layout has: `run_1`. */
  respelt: readonly string[]
  /** Why the path cannot be understood, in full sentences; null: it can. */
  problem: string | null
}>

/** What the name of a file says, where several results lie in one folder. */
export type FileWords = Readonly<{ service: string | null; variant: Variant | null; slot: number | null }>

/** 15 digits are exact as a number. Some count runs by the id of the workflow run or by the second. */
const RUN = /^(?:run[-_ .]?)?(\d{1,15})$/i
const INSTANCE = /^instance[-_ .]?(\d{1,6})$/i
const SIDE = /^(baseline|candidate)$/i
const SIDE_AND_RUN = /^(baseline|candidate)[-_ .](?:run[-_ .]?)?(\d{1,15})$/i
const ARTIFACT = /^(?:k6|perf)-results(?:-(.*))?$/
const CANONICAL = /^(?:run-\d+|instance-\d+|baseline|candidate)$/

/** Words that say what kind of file it is, and not what was measured. */
const KIND_WORDS = /(^|[-_. ])(?:summary|summaries|results?|points|digest|export|raw|k6|report|output)(?=$|[-_. ])/gi
const ENDINGS = /(?:\.(?:json|ndjson|jsonl|csv|gz|txt))+$/i

/** No file system has longer names; a zip can. */
const MAX_NAME_CHARACTERS = 255

/** Reads a path folder by folder. Below the folder of a run any folder is a part of it. */
export function readPath(path: string): RunPath {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  const found: Found = {
    artifact: null,
    outer: [],
    variant: null,
    slot: null,
    instance: null,
    end: 0,
    isOfTool: false,
    problem: null,
  }
  for (const [index, folder] of folders.entries()) readFolderName(folder, index, found)
  const { end, isOfTool: _, ...said } = found
  const own = folders.slice(0, end)
  return {
    ...said,
    folder: own.join('/'),
    name,
    role: roleOf(name, folders),
    respelt: own.filter((folder) => !CANONICAL.test(folder) && (RUN.test(folder) || SIDE_AND_RUN.test(folder))),
  }
}

type Found = {
  artifact: string | null
  outer: string[]
  variant: Variant | null
  slot: number | null
  instance: number | null
  /** How many folders the folder of the run has. */
  end: number
  /** Below the folder of a run begin those of its tool, which may be called anything: `run-1/criterion/fib/500`. */
  isOfTool: boolean
  problem: string | null
}

function readFolderName(folder: string, index: number, found: Found): void {
  if (found.isOfTool) return
  const instance = INSTANCE.exec(folder)
  if (instance !== null) {
    if (found.instance !== null) found.problem = repeated('instance', folder)
    found.instance = Number(instance[1])
    return
  }
  const [, side = SIDE.exec(folder)?.[1], run = RUN.exec(folder)?.[1]] = SIDE_AND_RUN.exec(folder) ?? []
  if (side === undefined && run === undefined && (found.slot !== null || found.instance !== null)) {
    found.isOfTool = true
    return
  }
  found.end = index + 1
  if (side !== undefined) {
    const variant = side.toLowerCase() === 'baseline' ? 'baseline' : 'candidate'
    if ((found.variant ?? variant) !== variant) found.problem = repeated('side', folder)
    found.variant = variant
  }
  if (run !== undefined) {
    if (found.slot !== null) found.problem = repeated('run', folder)
    found.slot = Number(run)
  }
  if (side !== undefined || run !== undefined) return
  if (ARTIFACT.test(folder) && found.artifact === null) {
    found.artifact = folder
    found.outer = []
  } else found.outer.push(folder)
}

function repeated(what: string, folder: string): string {
  return `The path names a second ${what}, ${JSON.stringify(folder)}, so it is not clear which one counts. ${EXPECTED}`
}

const EXPECTED = 'Expected <service>/<baseline or candidate>/run-<n>/<file>, where each folder may be left out.'

/** What the name of an artifact says: `k6-results-checkout--eu` is the leg `eu` of `checkout`; `k6-results` names no service. */
export function readArtifactName(name: string | null): Readonly<{ service: string | null; leg: string | null }> {
  const named = ARTIFACT.exec(name ?? '')?.[1]
  return named === undefined ? { service: null, leg: null } : splitLeg(named)
}

/** `checkout--eu` is the leg `eu` of `checkout`. */
export function splitLeg(named: string): Readonly<{ service: string; leg: string | null }> {
  const [service = '', ...rest] = named.split('--')
  return { service, leg: rest.length === 0 ? null : rest.join('--') }
}

/** `checkout-summary.json` is of checkout, `baseline.json` of a side, `run-2.json` and `checkout-2.json` are second runs. */
export function readFileName(name: string): FileWords {
  let words = name.slice(0, MAX_NAME_CHARACTERS).replace(ENDINGS, '').replace(KIND_WORDS, '$1')
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(words)
    if (match !== null) words = words.replace(pattern, '$1')
    return match?.[2] ?? null
  }
  const variant = take(/(^|[-_. ])(baseline|candidate)(?=$|[-_. ])/i)?.toLowerCase() ?? null
  const slot = take(/(^|[-_. ])run[-_ ]?(\d{1,15})(?=$|[-_. ])/i) ?? take(/(^|[-_. ])(\d{1,15})[-_. ]*$/)
  const service = words.replaceAll(/^[-_. ]+|[-_. ]+$/g, '').toLowerCase()
  return {
    service: service === '' ? null : service,
    variant: variant === 'baseline' || variant === 'candidate' ? variant : null,
    slot: slot === null ? null : Number(slot),
  }
}

function roleOf(name: string, folders: readonly string[]): Role {
  if ([...folders, name].some((part) => /^\.[^.]/.test(part) || part === '__MACOSX')) return 'ignored'
  if (isExitCodeName(name)) return 'exit-code'
  if (name === 'run.json') return 'run-json'
  return /^resources\./.test(name) ? 'resources' : 'result'
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

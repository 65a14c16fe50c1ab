import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { isExitCodeName } from './exit-code.ts'

/** What a file is for, by its name. `result` stands for all other names, because the content tells formats apart. */
type Role = 'result' | 'exit-code' | 'run-json' | 'resources' | 'profile' | 'traces' | 'ignored'

/** What the folders of one path say, without looking at other paths. */
export type RunPath = Readonly<{
  /**
   * A folder with the name of an artifact, such as `k6-results-checkout--eu`: actions/download-artifact creates one folder per
   * artifact.
   */
  artifact: string | null
  /** The folders that name neither a side nor a run: the service, and the folders above it. */
  outer: readonly string[]
  side: Side | null
  /** The number of `run-<n>`. */
  runNumber: number | null
  /** The number of `instance-<m>`, the part of one load generator. */
  instance: number | null
  /** The folder of the run, without the part of one load generator. Empty: the top folder. */
  folder: string
  /** The last part of the path. */
  name: string
  role: Role
  /** Folders with another spelling than that of the layout: `run_1`. */
  respelt: readonly string[]
  /** Why the path cannot be understood, in full sentences. null: it can. */
  problem: Text | null
}>

/** What the name of a file says if several results lie in one folder. */
export type FileWords = Readonly<{ service: string | null; side: Side | null; runNumber: number | null }>

/** Usual names for a repetition of a load test: `run1`, `iteration-2`, `k6-run-3`, `attempt_1`, `run-1-of-3`. */
const RUN_WORD = '(?:k6[-_ .]?)?(?:run|rep|repeat|repetition|iter|iteration|attempt|try|trial|round|execution)'
const OF_ALL = '(?:[-_ .]?of[-_ .]?\\d{1,6})?'
/** Numbers of up to 15 digits are exact. Some projects use the id of the workflow run, or the time in seconds, as the number. */
const RUN = new RegExp(`^(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})${OF_ALL}$`, 'i')
/**
 * The time of a run identifies the run as well as a number does: `2026-01-31T09-30-00Z`, `20260131_0930`, `20260131093000123`.
 * Load tools name their folders in the last form, with milliseconds; grpc_bench writes `263101T093000`, with two digits per part.
 */
const DATE_AND_TIME =
  '\\d{4}[-_.]?\\d{2}[-_.]?\\d{2}[T_. -]\\d{2}[-_:.h]?\\d{2}(?:[-_:.m]?\\d{2})?Z?|20\\d{12,15}|\\d{6}T\\d{6}'
const TIME = new RegExp(`^(?:${DATE_AND_TIME})$`, 'i')
/** `checkout-20260131093000123` is a run of checkout. */
const NAME_AND_TIME = new RegExp(`^(.+?)[-_.](${DATE_AND_TIME})$`, 'i')
/** A number with more digits is not exact. */
const NUMBER_DIGITS = 15
const INSTANCE = /^instance[-_ .]?(\d{1,6})$/i
/**
 * `baseline` or `candidate`, also between words that say nothing about the service: `baseline-results`, `k6-results-candidate`.
 */
const KIND = '(?:k6|results?|runs?|summar(?:y|ies)|output|reports?)'
const IS_KIND = new RegExp(`^${KIND}$`, 'i')
const SIDE = new RegExp(`^(?:${KIND}[-_ .])*(baseline|candidate)(?:[-_ .]${KIND})*$`, 'i')
const SIDE_AND_RUN = new RegExp(`^(baseline|candidate)[-_ .]?(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})$`, 'i')
/** `checkout-baseline`: only the end can be the side, because `candidate-portal` may be the name of a service. */
const SERVICE_AND_SIDE = /^(.+?)[-_.](baseline|candidate)$/i
const ARTIFACT = /^(?:k6|perf)-results(?:-(.*))?$/
const CANONICAL = /^(?:run-\d+|instance-\d+|baseline|candidate)$/

/** Words that name the kind of the file and not what was measured. */
const KIND_WORDS = /(^|[-_. ])(?:summary|summaries|results?|points|digest|export|raw|k6|report|output)(?=$|[-_. \d])/gi
/** Endings of files that load tools write. */
const ENDINGS = /(?:\.(?:json|ndjson|jsonl|csv|gz|txt|jtl|xml|log|report))+$/i
/** Endings of files that any program may write. The name of such a file need not be the name of a service. */
const OF_ANY_PROGRAM = /\.(?:txt|log|xml|report)(?:\.gz)?$/i

const TIME_IN_NAME = new RegExp(`(^|[-_. ])(${DATE_AND_TIME})(?=$|[-_. ])`, 'i')
const RUN_IN_NAME = new RegExp(`(^|[-_. ])${RUN_WORD}[-_ ]?(\\d{1,15})${OF_ALL}(?=$|[-_. ])`, 'i')

/** After a digit, a point is that of a decimal or of a version: `c104.9.json` and `v1.2.json` are no runs 9 and 2. */
const NUMBER_AT_END = /(^|[-_ ]|(?<!\d)\.)\(?(\d{1,15})\)?[-_. ]*$/

/** File systems allow no longer names, but a zip does. */
const MAX_NAME_CHARACTERS = 255

/** Reads a path folder by folder. All folders below the folder of a run belong to the run. */
export function readPath(path: string): RunPath {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  const found: Found = {
    artifact: null,
    outer: [],
    side: null,
    runNumber: null,
    instance: null,
    end: 0,
    isOfTool: false,
    problem: null,
  }
  for (const [index, folder] of folders.entries()) readFolderName(folder, index, found)
  const { end, isOfTool: _, ...parts } = found
  const own = folders.slice(0, end)
  return {
    ...parts,
    folder: own.join('/'),
    name,
    role: roleOf(name, folders, found.runNumber !== null),
    respelt: own.filter(
      (folder) =>
        !CANONICAL.test(folder) && (runOf(folder) !== null || SIDE_AND_RUN.test(folder) || NAME_AND_TIME.test(folder)),
    ),
  }
}

type Found = {
  artifact: string | null
  outer: string[]
  side: Side | null
  runNumber: number | null
  instance: number | null
  /** The number of folders down to the folder of the run. */
  end: number
  /** The folders of the tool have begun: below the folder of a run they may have any name, such as `run-1/criterion/fib/500`. */
  isOfTool: boolean
  problem: Text | null
}

function readFolderName(folder: string, index: number, found: Found): void {
  if (found.isOfTool) return
  const instance = INSTANCE.exec(folder)
  if (instance !== null) {
    if (found.instance !== null) found.problem = repeated('instance', folder)
    found.instance = Number(instance[1])
    return
  }
  const [, sideWord = SIDE.exec(folder)?.[1], run = runOf(folder)] = SIDE_AND_RUN.exec(folder) ?? []
  if (sideWord === undefined && run === null && (found.runNumber !== null || found.instance !== null)) {
    found.isOfTool = true
    return
  }
  found.end = index + 1
  if (sideWord !== undefined) {
    const side = sideWord.toLowerCase() === 'baseline' ? 'baseline' : 'candidate'
    if ((found.side ?? side) !== side) found.problem = repeated('side', folder)
    found.side = side
  }
  if (run !== null) {
    if (found.runNumber !== null) found.problem = repeated('run', folder)
    found.runNumber = Number(run)
  }
  if (sideWord !== undefined || run !== null) return
  const [, name = folder, time] = NAME_AND_TIME.exec(folder) ?? []
  if (time !== undefined) found.runNumber = Number(digitsOf(time))
  if (ARTIFACT.test(name) && found.artifact === null) {
    found.artifact = name
    found.outer = []
  } else if (time === undefined || !IS_KIND.test(name)) found.outer.push(name)
}

/** The number of the run that a folder names. If the folder is a time, its digits are the number. */
function runOf(folder: string): string | null {
  return RUN.exec(folder)?.[1] ?? (TIME.test(folder) ? digitsOf(folder) : null)
}

function digitsOf(time: string): string {
  return time.replaceAll(/\D/g, '').slice(0, NUMBER_DIGITS)
}

function repeated(what: string, folder: string): Text {
  return text`The path names a second ${what}, ${name(JSON.stringify(folder))}, so it is not clear which of them is meant. ${EXPECTED}`
}

const EXPECTED = text`Expected ${'<service>/<baseline or candidate>/run-<n>/<file>'}, where each folder may be left out.`

/**
 * The service and the leg in the name of an artifact: `k6-results-checkout--eu` is the leg `eu` of `checkout`; `k6-results` names
 * no service.
 */
export function readArtifactName(name: string | null): Readonly<{ service: string | null; leg: string | null }> {
  const named = ARTIFACT.exec(name ?? '')?.[1]
  return named === undefined ? { service: null, leg: null } : splitLeg(named)
}

/** The service and the side in a name: `checkout-baseline` is the baseline of `checkout`; `baseline` names no service. */
export function splitSide(named: string): Readonly<{ service: string | null; side: Side | null }> {
  const [, service, sideWord = SIDE.exec(named)?.[1]] = SERVICE_AND_SIDE.exec(named) ?? []
  if (sideWord === undefined) return { service: named, side: null }
  return { service: service ?? null, side: sideWord.toLowerCase() === 'baseline' ? 'baseline' : 'candidate' }
}

/** The service and the leg in a name: `checkout--eu` is the leg `eu` of `checkout`. */
export function splitLeg(named: string): Readonly<{ service: string; leg: string | null }> {
  const [service = '', ...rest] = named.split('--')
  return { service, leg: rest.length === 0 ? null : rest.join('--') }
}

/**
 * What the name of a file says: `checkout-summary.json` is a result of checkout, `baseline.json` a result of the baseline, and
 * `run-2.json` and `checkout-2.json` are results of run 2.
 */
export function readFileName(name: string): FileWords {
  let words = name.slice(0, MAX_NAME_CHARACTERS).replace(ENDINGS, '').replace(KIND_WORDS, '$1')
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(words)
    if (match !== null) words = words.replace(pattern, '$1')
    return match?.[2] ?? null
  }
  const side = take(/(^|[-_. ])(baseline|candidate)(?=$|[-_. \d])/i)?.toLowerCase() ?? null
  const time = take(TIME_IN_NAME)
  const runNumber = time === null ? (take(RUN_IN_NAME) ?? take(NUMBER_AT_END)) : digitsOf(time)
  const service = words
    .replace(/(^|[-_. ])runs?(?=$|[-_. ])/i, '$1')
    .replaceAll(/^[-_. ]+|[-_. ]+$/g, '')
    .toLowerCase()
  return {
    service: service === '' ? null : service,
    side: side === 'baseline' || side === 'candidate' ? side : null,
    runNumber: runNumber === null ? null : Number(runNumber),
  }
}

function roleOf(name: string, folders: readonly string[], isInRun: boolean): Role {
  if ([...folders, name].some((part) => /^\.[^.]/.test(part) || part === '__MACOSX')) return 'ignored'
  // Only below the folder of a run, because a service may have the name profile or traces.
  if (isInRun && folders.at(-1) === 'profile') return 'profile'
  if (isInRun && (folders.at(-1) === 'traces' || /^traces\.(?:json|ndjson|jsonl)(?:\.gz)?$/.test(name))) return 'traces'
  if (isExitCodeName(name)) return 'exit-code'
  if (name === 'run.json') return 'run-json'
  return /^resources\./.test(name) ? 'resources' : 'result'
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The paths without the folders that all of them are in: files with one name are told apart, and files of one folder have their names. */
export function belowSharedFolder(paths: readonly string[]): readonly string[] {
  const all = paths.map((path) => path.split('/'))
  const [first = []] = all
  const differs = first.findIndex((part, depth) =>
    all.some((parts) => parts.length <= depth + 1 || parts[depth] !== part),
  )
  return all.map((parts) => parts.slice(Math.max(differs, 0)).join('/'))
}

/**
 * The services in the names of files that lie in no folder. Empty if a name holds no service, or if all names hold the same word,
 * because the names then mean something else.
 */
export function servicesInNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map(readPath).filter(({ role, outer, runNumber, name }) => {
    return (
      role === 'result' && outer.length === 0 && runNumber === null && ENDINGS.test(name) && !OF_ANY_PROGRAM.test(name)
    )
  })
  const services = [...new Set(parts.map(({ name }) => readFileName(name).service))]
  return services.length < 2 ? [] : services.flatMap((service) => service ?? [])
}

import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { isExitCodeName } from './exit-code.ts'

/** What a file is for, by its name. `result` is anything else: formats are told apart by content. */
type Role = 'result' | 'exit-code' | 'run-json' | 'resources' | 'profile' | 'traces' | 'ignored'

/** What the folders of a path say, each by itself. */
export type RunPath = Readonly<{
  /** `k6-results-checkout--eu`: a folder that is called like an artifact, as actions/download-artifact makes one of each. */
  artifact: string | null
  /** Folders that say neither a side nor a run: the service, and what is around it. */
  outer: readonly string[]
  side: Side | null
  /** The number of `run-<n>`. */
  runNumber: number | null
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
  problem: Text | null
}>

/** What the name of a file says, where several results lie in one folder. */
export type FileWords = Readonly<{ service: string | null; side: Side | null; runNumber: number | null }>

/** What people call a repetition of one load test: `run1`, `iteration-2`, `k6-run-3`, `attempt_1`, `run-1-of-3`. */
const RUN_WORD = '(?:k6[-_ .]?)?(?:run|rep|repeat|repetition|iter|iteration|attempt|try|trial|round|execution)'
const OF_ALL = '(?:[-_ .]?of[-_ .]?\\d{1,6})?'
/** 15 digits are exact as a number. Some count runs by the id of the workflow run or by the second. */
const RUN = new RegExp(`^(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})${OF_ALL}$`, 'i')
/**
 * `2026-01-31T09-30-00Z`, `20260131_0930`, `20260131093000123`: the time of a run tells it from others as well as a number. The last
 * is how load tools call their folders, in milliseconds; grpc_bench writes `263101T093000`, of two digits each.
 */
const DATE_AND_TIME =
  '\\d{4}[-_.]?\\d{2}[-_.]?\\d{2}[T_. -]\\d{2}[-_:.h]?\\d{2}(?:[-_:.m]?\\d{2})?Z?|20\\d{12,15}|\\d{6}T\\d{6}'
const TIME = new RegExp(`^(?:${DATE_AND_TIME})$`, 'i')
/** `checkout-20260131093000123`: a run of checkout. */
const NAME_AND_TIME = new RegExp(`^(.+?)[-_.](${DATE_AND_TIME})$`, 'i')
/** As many as are exact in a number. */
const NUMBER_DIGITS = 15
const INSTANCE = /^instance[-_ .]?(\d{1,6})$/i
/** `baseline`, and the word beside words that say nothing of the service: `baseline-results`, `k6-results-candidate`. */
const KIND = '(?:k6|results?|runs?|summar(?:y|ies)|output|reports?)'
const IS_KIND = new RegExp(`^${KIND}$`, 'i')
const SIDE = new RegExp(`^(?:${KIND}[-_ .])*(baseline|candidate)(?:[-_ .]${KIND})*$`, 'i')
const SIDE_AND_RUN = new RegExp(`^(baseline|candidate)[-_ .]?(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})$`, 'i')
/** `checkout-baseline`: the side stands at the end, because a service may well be called `candidate-portal`. */
const SERVICE_AND_SIDE = /^(.+?)[-_.](baseline|candidate)$/i
const ARTIFACT = /^(?:k6|perf)-results(?:-(.*))?$/
const CANONICAL = /^(?:run-\d+|instance-\d+|baseline|candidate)$/

/** Words that say what kind of file it is, and not what was measured. */
const KIND_WORDS = /(^|[-_. ])(?:summary|summaries|results?|points|digest|export|raw|k6|report|output)(?=$|[-_. \d])/gi
/** Of the files that load tools write. */
const ENDINGS = /(?:\.(?:json|ndjson|jsonl|csv|gz|txt|jtl|xml|log|report))+$/i
/** Of files that programs of any kind write: what they are called after need not be a service. */
const OF_ANY_PROGRAM = /\.(?:txt|log|xml|report)(?:\.gz)?$/i

const TIME_IN_NAME = new RegExp(`(^|[-_. ])(${DATE_AND_TIME})(?=$|[-_. ])`, 'i')
const RUN_IN_NAME = new RegExp(`(^|[-_. ])${RUN_WORD}[-_ ]?(\\d{1,15})${OF_ALL}(?=$|[-_. ])`, 'i')

/** No file system has longer names; a zip can. */
const MAX_NAME_CHARACTERS = 255

/** Reads a path folder by folder. Below the folder of a run any folder is a part of it. */
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
  const { end, isOfTool: _, ...said } = found
  const own = folders.slice(0, end)
  return {
    ...said,
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
  /** How many folders the folder of the run has. */
  end: number
  /** Below the folder of a run begin those of its tool, which may be called anything: `run-1/criterion/fib/500`. */
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

/** The number of a run as a folder says it; a time is read as its digits. */
function runOf(folder: string): string | null {
  return RUN.exec(folder)?.[1] ?? (TIME.test(folder) ? digitsOf(folder) : null)
}

function digitsOf(time: string): string {
  return time.replaceAll(/\D/g, '').slice(0, NUMBER_DIGITS)
}

function repeated(what: string, folder: string): Text {
  return text`The path names a second ${what}, ${name(JSON.stringify(folder))}, so it is not clear which one counts. ${EXPECTED}`
}

const EXPECTED = text`Expected ${'<service>/<baseline or candidate>/run-<n>/<file>'}, where each folder may be left out.`

/** What the name of an artifact says: `k6-results-checkout--eu` is the leg `eu` of `checkout`; `k6-results` names no service. */
export function readArtifactName(name: string | null): Readonly<{ service: string | null; leg: string | null }> {
  const named = ARTIFACT.exec(name ?? '')?.[1]
  return named === undefined ? { service: null, leg: null } : splitLeg(named)
}

/** `checkout-baseline` is the baseline of `checkout`, and `baseline` that of no service that is named. */
export function splitSide(named: string): Readonly<{ service: string | null; side: Side | null }> {
  const [, service, sideWord = SIDE.exec(named)?.[1]] = SERVICE_AND_SIDE.exec(named) ?? []
  if (sideWord === undefined) return { service: named, side: null }
  return { service: service ?? null, side: sideWord.toLowerCase() === 'baseline' ? 'baseline' : 'candidate' }
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
  const side = take(/(^|[-_. ])(baseline|candidate)(?=$|[-_. \d])/i)?.toLowerCase() ?? null
  const time = take(TIME_IN_NAME)
  const runNumber = time === null ? (take(RUN_IN_NAME) ?? take(/(^|[-_. ])\(?(\d{1,15})\)?[-_. ]*$/)) : digitsOf(time)
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
  // Only below the folder of a run: a service may be called profile or traces.
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
 * The services that files in no folder are called after, by their names alone. Empty where one name says nothing or all say the same:
 * then the names say something else.
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

import type { Side } from '../model/run.ts'
import { distinct, joined, listed, name, type Text, text } from '../model/text.ts'
import type { ClaimedFile } from './claimed-file.ts'
import { type RunPath, readArtifactName, readFileName, splitLeg, splitSide } from './run-path.ts'
import { type FileRun, splitFolder, type Unclear } from './split-folder.ts'

/** Where a file belongs: its run, and what it is for. */
export type Placement = Readonly<{
  service: string
  side: Side
  /** The number of `run-<n>`; null where the path has none. */
  runNumber: number | null
  /** The number of `instance-<m>`, the part of one load generator. null: the run has one load generator. */
  instance: number | null
  /** One job of a matrix, if the folders name it: `k6-results-checkout--eu`. Artifacts are told apart by their ids instead. */
  leg: string | null
  role: RunPath['role']
  /** The folder of the run, or the path of its first file if several runs share a folder. Empty: the top folder. */
  runPath: string
}>

export type LayoutDefaults = Readonly<{
  /** The service of files whose path and artifact name none. */
  service: string
  /** The side of files whose path names none. */
  side: Side
  /** Names of services that other results have: a lone `checkout.json` then belongs to `checkout`. Absent: none. */
  services?: ReadonlySet<string>
}>

/** How the files of one artifact, or of one folder of results, are read. All results in it are needed to decide this. */
export type Layout = Readonly<{
  /** The places of a file. A file beside several runs belongs to each of them. */
  place(file: ClaimedFile): readonly Placement[] | Unclear
  /** How the files were understood where the paths do not say it plainly, in full sentences. */
  notes: readonly Text[]
}>

const SERVICE_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/

/** Names of folders that are not the name of a service if another folder is left. */
const NO_SERVICE = /^(?:k6|results?|output|out|reports?|raw|summar(?:y|ies)|artifacts?|load-?tests?|perf(?:ormance)?)$/i

/** Why a text cannot be the name of a service. null: it can. */
export function problemWithService(service: string): Text | null {
  if (SERVICE_NAME.test(service) && !service.includes('--')) return null
  const found = JSON.stringify(service.slice(0, 80))
  return text`The service name ${name(found)} is not allowed: use at most 64 of a-z, 0-9, ".", "_" and "-", starting with a letter or digit, without "--".`
}

/**
 * The layout is `<service>/<side>/run-<n>/[instance-<m>/]<file>`, where each folder may be left out. Folders above the service
 * are ignored. If several results of the same kind lie in one folder, the names of the files tell them apart, if they are clear.
 */
export function layoutOf(all: readonly ClaimedFile[], artifact: string | null, defaults: LayoutDefaults): Layout {
  const results = all.filter(isResult)
  const dropped = commonEnd(results.map(({ parts }) => parts.outer))
  const serviceOf = serviceReader(dropped, artifact, defaults.service)
  const homes = homesOf(results.map(({ parts }) => serviceOf(parts)))
  const splits = splitsOf(results, serviceOf, defaults.services)

  function place(file: ClaimedFile): readonly Placement[] | Unclear {
    const { parts } = file
    if (parts.problem !== null) return { problem: parts.problem }
    const { service, leg, side: namedSide } = serviceOf(parts)
    const { runNumber, instance, role, folder } = parts
    const whole = { leg, runNumber, instance, role }
    const side = parts.side ?? namedSide ?? defaults.side
    const split = instance === null ? splits.get(folder) : undefined
    if (split !== undefined && 'problem' in split) return split
    const places =
      split === undefined
        ? [{ ...whole, service, side, runPath: folder }]
        : runsOf(file, split).map((run) => ({
            ...whole,
            service: run.service ?? service,
            side: run.side ?? side,
            runNumber: runNumber ?? run.runNumber,
            runPath: run.files[0]?.file.path ?? folder,
          }))
    return problemOfPlaces(places, homes) ?? places
  }

  return {
    place,
    notes: [
      ...notesOf(results, dropped, splits),
      ...serviceNotes([...results.map(({ parts }) => serviceOf(parts)), ...servicesOfNames(splits)]),
    ],
  }
}

/** The service by the path. `home`: the folders down to the folder of the service; empty if no folder names it. */
type PathService = Readonly<{
  service: string
  leg: string | null
  home: string
  isNamed: boolean
  /** The side, if the name of the service contains it: `checkout-baseline`. */
  side: Side | null
}>

/** @param dropped the number of innermost folders that do not name the service */
function serviceReader(
  dropped: number,
  artifact: string | null,
  defaultService: string,
): (parts: RunPath) => PathService {
  return (parts) => {
    const names = parts.outer.length > dropped ? parts.outer.slice(0, parts.outer.length - dropped) : parts.outer
    const byArtifact = readArtifactName(parts.artifact ?? artifact)
    // The legs of real artifacts are told apart by the ids of the artifacts, which are certain.
    const leg = parts.artifact === null ? null : byArtifact.leg
    const sideOf = (name: string) => (parts.side === null ? splitSide(name) : { service: name, side: null })
    const folder = names.at(-1)
    if (folder === undefined) {
      const { service, side } = byArtifact.service === null ? NOT_NAMED : sideOf(byArtifact.service)
      return { service: service ?? defaultService, leg, home: '', isNamed: service !== null, side }
    }
    const named = splitLeg(folder)
    const { service, side } = sideOf(named.service)
    const home = [...names.slice(0, -1), service ?? named.service].join('/')
    return { service: service ?? named.service, leg: named.leg ?? leg, home, isNamed: true, side }
  }
}

const NOT_NAMED = { service: null, side: null } as const

type Splits = ReadonlyMap<string, readonly FileRun[] | Unclear>

/** The folders that hold several runs. */
function splitsOf(
  results: readonly ClaimedFile[],
  serviceOf: (parts: RunPath) => PathService,
  known: ReadonlySet<string> = new Set(),
): Splits {
  const folders = [...byFolder(results)].map(([folder, files]) => ({ folder, files, ...serviceOf(files[0].parts) }))
  const isOneHome = new Set(folders.map(({ home }) => home)).size === 1
  const splits = new Map<string, readonly FileRun[] | Unclear>()
  for (const { folder, files, isNamed, home } of folders) {
    const isRun = files[0].parts.runNumber !== null
    if (isRun && files.every(isPartOfRun)) continue
    const mayNameServices = !isNamed || (home !== '' && isOneHome && !isRun)
    const mayStandAlone = isRun ? 'no' : results.length > 1 ? 'number or side' : 'number'
    const split = splitFolder(files, { mayNameServices, mayStandAlone })
    // If the folder is `run-<n>`, unclear names mean that this run has two results: reading the run reports it.
    if (split !== null && !(isRun && 'problem' in split)) splits.set(folder, split)
  }
  // If files elsewhere name their services, a folder in which only one file is left is read in the same way.
  const services = new Set([...known, ...[...splits.values()].flatMap(servicesOfFiles)])
  for (const { folder, files, isNamed } of folders) {
    const words = files.map(({ parts }) => readFileName(parts.name))
    const [first] = words
    if (splits.has(folder) || isNamed || first === undefined || first.service === null) continue
    if (services.has(first.service) && words.every(({ service }) => service === first.service))
      splits.set(folder, [{ ...first, files }])
  }
  return splits
}

/** Runners of benchmarks write one file per program, or a tree. Then all files in the folder of a run belong to that run. */
function isPartOfRun({ claim }: ClaimedFile): boolean {
  if (claim.kind !== 'result' || claim.format.isWholeRun === true) return false
  return claim.format.tool.joins || claim.format.readTree !== undefined
}

function servicesOfFiles(split: readonly FileRun[] | Unclear): readonly string[] {
  return 'problem' in split ? [] : split.flatMap(({ service }) => service ?? [])
}

/** A result, damaged or not, whose path can be understood. */
export function isResult({ claim, parts }: ClaimedFile): boolean {
  return (claim.kind === 'result' || claim.kind === 'damaged') && parts.problem === null
}

/**
 * The runs that a file in a folder with several runs belongs to: the run whose result it is, else the runs in its name, else all.
 */
function runsOf(file: ClaimedFile, runs: readonly FileRun[]): readonly FileRun[] {
  const own = runs.filter(({ files }) => files.includes(file))
  if (own.length > 0) return own
  const words = readFileName(
    file.parts.name.replace(/[-_.]?(?:exit|return)[-_. ]?(?:code|status).*$|[-_.]?run\.json$/i, ''),
  )
  const called = runs.filter(
    ({ service, side, runNumber }) =>
      words.service === service && (words.side ?? side) === side && (words.runNumber ?? runNumber) === runNumber,
  )
  return called.length > 0 && words.service !== null ? called : runs
}

/** The results of each folder, without the results of runs with several load generators. */
function byFolder(results: readonly ClaimedFile[]): ReadonlyMap<string, readonly [ClaimedFile, ...ClaimedFile[]]> {
  const folders = new Map<string, [ClaimedFile, ...ClaimedFile[]]>()
  for (const one of results.filter(({ parts }) => parts.instance === null)) {
    const files = folders.get(one.parts.folder)
    if (files === undefined) folders.set(one.parts.folder, [one])
    else files.push(one)
  }
  return folders
}

/**
 * The number of innermost folders that all paths share and that are not the name of a service: `a/k6` and `b/k6` are results of
 * `a` and `b`.
 */
function commonEnd(paths: readonly (readonly string[])[]): number {
  const [first] = paths
  let count = 0
  for (;;) {
    const name = first?.at(-1 - count)
    if (name === undefined || !NO_SERVICE.test(name)) return count
    if (!paths.every((path) => path.length > count + 1 && path.at(-1 - count) === name)) return count
    count += 1
  }
}

/** The folders with the name of each service. If there are two, two folders have the same name. */
function homesOf(all: readonly PathService[]): ReadonlyMap<string, ReadonlySet<string>> {
  const homes = new Map<string, Set<string>>()
  for (const { service, home } of all) {
    if (home !== '') homes.set(service, (homes.get(service) ?? new Set()).add(home))
  }
  return homes
}

function problemOfPlaces(
  places: readonly Placement[],
  homes: ReadonlyMap<string, ReadonlySet<string>>,
): Unclear | null {
  for (const { service } of places) {
    const problem = problemWithService(service)
    if (problem !== null) return { problem }
    const [one, other] = homes.get(service) ?? []
    if (other === undefined) continue
    return {
      problem: text`Results of ${name(service)} lie in two folders, ${name(one ?? '')} and ${name(other)}, and it is not clear whether these are two services, two sides or two jobs. Call sides baseline and candidate, jobs of a matrix ${name(`${service}--1`)} and ${name(`${service}--2`)}, and each service by a name of its own.`,
    }
  }
  return null
}

function notesOf(results: readonly ClaimedFile[], dropped: number, splits: Splits): readonly Text[] {
  const paths = results.map(({ parts }) => parts)
  const around = new Set(
    paths.filter(({ outer }) => outer.length > dropped + 1).map(({ outer }) => outer.slice(0, -1 - dropped).join('/')),
  )
  const artifacts = new Set(paths.flatMap(({ artifact }) => artifact ?? []))
  const respelt = new Set(paths.flatMap((path) => path.respelt))
  const files = [...splits.values()].flatMap((split) => ('problem' in split ? [] : split))
  return [
    ...[...around].map(
      (folder) =>
        text`The folder ${name(folder)} around the services was left out: actions/upload-artifact adds such a folder if it is given several paths.`,
    ),
    ...[...artifacts].map((folder) => text`The folder ${name(folder)} was read as the artifact of this name.`),
    ...(respelt.size === 0
      ? []
      : [
          text`Folders called ${listed([...respelt].map(name), MAX_LISTED)} were read as ${'run-<n>'}, the number of a run.`,
        ]),
    ...(files.length === 0
      ? []
      : [text`Each file was read as a result of its own: ${listed(files.map(described), MAX_LISTED)}.`]),
  ]
}

type NamedService = Pick<PathService, 'service' | 'isNamed' | 'side'>

function servicesOfNames(splits: Splits): readonly NamedService[] {
  const services = [...splits.values()].flatMap((split) => ('problem' in split ? [] : servicesOfFiles(split)))
  // The note on each file says its side.
  return services.map((service) => ({ service, isNamed: true, side: null }))
}

/** The notes about names of services that contain a side, or a number that may be the number of a run. */
function serviceNotes(all: readonly NamedService[]): readonly Text[] {
  const sides = distinct(
    all.flatMap(({ service, side }) => (side === null ? [] : [text`the ${side} of ${name(service)}`])),
  )
  const families = new Map<string, Set<string>>()
  for (const { service, isNamed } of all.filter(({ service }) => /\d/.test(service))) {
    const family = service.replaceAll(/\d+/g, '#')
    if (isNamed) families.set(family, (families.get(family) ?? new Set()).add(service))
  }
  return [
    ...sides.map((what) => text`The name says the side: these are ${what}.`),
    ...[...families.values()]
      .filter(({ size }) => size > 1)
      .map(
        (services) =>
          text`${listed([...services].map(name), MAX_LISTED)} were read as services. If they are runs of one service, call them run-1, run-2 and so on.`,
      ),
  ]
}

function described({ service, side, runNumber, files }: FileRun): Text {
  const own = joined(
    files.map(({ parts }) => name(parts.name)),
    text` and `,
  )
  const words = [service === null ? null : name(service), side, runNumber === null ? null : `run ${runNumber}`]
  const known = words.filter((word) => word !== null)
  return known.length === 0 ? own : text`${own} is ${joined(known, text`, `)}`
}

const MAX_LISTED = 6

import { basename, resolve } from 'node:path'
import { phaseOf } from '../history/phase.ts'
import { serviceTrend } from '../history/service-trend.ts'
import type { FoundBaselines } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import type { NamedCommit, ServiceTrend } from '../model/history.ts'
import type { Phase, PhaseExtras } from '../model/milestone.ts'
import type { Policy } from '../model/policy.ts'
import { enumerated, name, type Text, text } from '../model/text.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { withToolPrimaries } from '../policy/tool-primaries.ts'
import { unmatchedServices } from '../policy/unmatched-services.ts'
import { historyJson } from '../report/history-json.ts'
import { historyMarkdown } from '../report/history-markdown.ts'
import { type HistoryReport, windowKey } from '../report/history-report.ts'
import { releasesOf } from '../report/html/releases.ts'
import { phaseJson } from '../report/phase-json.ts'
import { phaseMarkdown } from '../report/phase-markdown.ts'
import { commitsBetween, hasCommit, webAddress, webAddressOf } from '../setup/clone-history.ts'
import { gitTags } from '../setup/git-tags.ts'
import { newestRuns } from '../statistics/window.ts'
import { joinCopies } from '../storage/join-copies.ts'
import { visibleOn } from '../storage/visible-on.ts'
import { readArguments, requiredFlag } from './arguments.ts'
import { foundStore } from './found-store.ts'
import { readPhaseEnd } from './phase-end.ts'
import { type ExtraFlags, readPhaseExtras } from './phase-extras.ts'
import { readPolicy } from './policy-option.ts'
import { readPrevious } from './previous-history.ts'
import { print } from './print.ts'
import { OUTPUT_FLAGS, save } from './save.ts'
import type { Usage } from './usage.ts'

export const USAGE = {
  guide: 'docs/guides/history.md',
  calls: ['--store DIR', '--store DIR --from REF'],
  flags: {
    store: {
      type: 'string',
      multiple: true,
      value: 'DIR',
      says: 'a store; further stores, the newest first, go further back',
    },
    previous: {
      type: 'string',
      value: 'FILE',
      mayBeReplaced: true,
      says: 'the --json file of the previous page, for records that the store has forgotten',
    },
    policy: { type: 'string', value: 'FILE', says: 'the policy; default: the built-in values' },
    clone: { type: 'string', value: 'DIR', says: 'the repository, for releases and suspects; default: this folder' },
    repository: {
      type: 'string',
      value: 'URL',
      says: 'the web page of the repository, for links; default: that of origin',
    },
    title: { type: 'string', value: 'TEXT', says: 'the title of the page; default: the name of the repository' },
    from: {
      type: 'string',
      value: 'REF',
      says: 'a tag, commit or day: shows whether the goals have been reached since then',
    },
    to: { type: 'string', value: 'REF', needs: 'from', says: 'the end of the phase; default: now' },
    complexity: {
      type: 'string',
      multiple: true,
      value: 'SERVICE=FILE',
      needs: 'from',
      says: 'the --json file of complexity',
    },
    capacity: {
      type: 'string',
      multiple: true,
      value: 'SERVICE=FILE',
      needs: 'from',
      says: 'the --json file of capacity',
    },
    profiles: {
      type: 'string',
      multiple: true,
      value: 'SERVICE=FILE',
      needs: 'from',
      says: 'the --json file of profiles',
    },
    html: { type: 'string', value: 'FILE', writes: 'file', says: 'the page' },
    ...OUTPUT_FLAGS,
  },
  exitCodes: '0: done. 2: nothing could be read.',
} as const satisfies Usage

/** `perf-gate history` shows how the numbers of the default branch changed. The exit code is 0. */
export async function history(args: readonly string[]): Promise<number> {
  const { values: flags } = readArguments(args, USAGE.flags)
  const [directory, ...older] = storesOf(flags.store)
  const address = repositoryFlag(flags.repository)
  const policy = await readPolicy(flags.policy)
  const stores = joinCopies(await foundStore(directory), await Promise.all(older.map(foundStore)))
  const lookup =
    flags.previous === undefined ? stores : joinCopies(stores, [await readPrevious(flags.previous, stores)])
  const services = trendsOf(directory, lookup, policy)
  const clone = await readClone(flags.clone ?? '.', services)
  const report: HistoryReport = {
    title: flags.title ?? titleOf(address ?? clone.address, directory),
    services,
    releases: clone.releases,
    suspects: clone.suspects,
    repositoryUrl: address ?? clone.address,
    notes: [...notesOf(lookup, policy), ...clone.notes],
  }
  const phase = await askedPhase(flags, { lookup, services, policy, clone: flags.clone ?? '.' })
  const markdown = phase === null ? historyMarkdown(report) : phaseMarkdown(phase)
  print(markdown)
  if (flags.markdown !== undefined) await save(flags.markdown, markdown)
  const json = phase === null ? historyJson(report) : phaseJson(phase)
  if (flags.json !== undefined) await save(flags.json, `${JSON.stringify(json)}\n`)
  if (flags.html !== undefined) await save(flags.html, await htmlOf(report, phase))
  return 0
}

/** Loaded here, because most calls do not ask for a picture. */
async function htmlOf(report: HistoryReport, phase: Phase | null): Promise<string> {
  if (phase === null) return (await import('../report/html/history-page.ts')).historyPage(report)
  return (await import('../report/html/phase-page.ts')).phasePage(phase, report)
}

type PhaseFlags = Readonly<{ from?: string; to?: string }> & ExtraFlags
type PhaseSources = Readonly<{
  lookup: FoundBaselines
  services: readonly ServiceTrend[]
  policy: Policy
  clone: string
}>

/** null: the command line asks for no phase. */
async function askedPhase({ from, to, ...files }: PhaseFlags, sources: PhaseSources): Promise<Phase | null> {
  if (from === undefined) return null
  const extras = await readPhaseExtras(files, new Set(sources.services.map(({ service }) => service)))
  return await phaseBetween(from, to, sources, extras)
}

async function phaseBetween(
  from: string,
  to: string | undefined,
  { lookup, services, policy, clone }: PhaseSources,
  extras: ReadonlyMap<string, PhaseExtras>,
): Promise<Phase> {
  const inputs = services.map((trend) => ({
    trend,
    stored: (lookup.services.get(trend.service) ?? []).filter(({ branch }) => branch == null),
    policy: servicePolicy(policy, trend.service),
    extras: extras.get(trend.service),
  }))
  const stored = inputs.flatMap((input) => input.stored)
  const start = await readPhaseEnd('from', from, stored, resolve(clone))
  const end =
    to === undefined ? { name: 'now', includes: () => true } : await readPhaseEnd('to', to, stored, resolve(clone))
  if (!stored.some((one) => end.includes(one) && !start.includes(one))) {
    throw new UserError(
      `Nothing was recorded after --from ${from}, up to ${end.name}. Give two refs with recorded pushes between them.`,
    )
  }
  return phaseOf(inputs, start, end)
}

function storesOf([newest, ...older]: readonly string[] = []): readonly [string, ...string[]] {
  return [requiredFlag('store', newest), ...older]
}

function trendsOf(directory: string, lookup: FoundBaselines, policy: Policy): readonly ServiceTrend[] {
  const own = visibleOn(lookup, null)
  const services = own.kind === 'found' ? [...own.services] : []
  const ledger = own.kind === 'found' ? (own.ledger ?? []) : []
  const gated = withToolPrimaries(policy, newestRuns(own, null))
  const trends = services.flatMap(
    ([service, stored]) => serviceTrend(service, stored, ledger, servicePolicy(gated, service)) ?? [],
  )
  if (trends.length > 0) return trends.toSorted((left, right) => (left.service < right.service ? -1 : 1))
  throw new UserError(
    `The store ${directory} has no run of the default branch, so there is no history. Record a push to it: perf-gate record --store DIR`,
  )
}

function notesOf({ services, ledger = [] }: FoundBaselines, policy: Policy): readonly Text[] {
  const unmatched = unmatchedServices(policy, [...services.keys()])
  const others = new Set([...services.values()].flat().flatMap(({ branch }) => branch ?? []))
  const gone = new Set(ledger.flatMap(({ service }) => ((services.get(service) ?? []).length === 0 ? [service] : [])))
  const all = (found: Iterable<string>) => enumerated([...found].map(name))
  return [
    ...(unmatched.length === 0
      ? []
      : [text`The policy has settings for ${all(unmatched)}, and the store has no such service.`]),
    ...(others.size === 0 ? [] : [text`Not shown: records of other branches (${all(others)}).`]),
    ...(gone.size === 0 ? [] : [text`Only in the ledger, without a stored run: ${all(gone)}.`]),
  ]
}

type Clone = Pick<HistoryReport, 'releases' | 'suspects' | 'notes'> & Readonly<{ address: string | null }>

/**
 * What the clone knows about the recorded commits. A clone that has none of the newest recorded commits belongs to another
 * repository, so nothing is read from it.
 */
async function readClone(folder: string, services: readonly ServiceTrend[]): Promise<Clone> {
  const place = resolve(folder)
  const newest = services.flatMap(({ jobs }) => jobs.at(-1)?.commit ?? [])
  const known = await Promise.all(newest.map((commit) => hasCommit(place, commit)))
  if (!known.includes(true)) {
    const note = text`The folder ${name(folder)} is no clone with the recorded commits, so there are no suspects, releases and links. Give one with ${name('--clone DIR')}, with its whole history.`
    return { releases: new Map(), suspects: new Map(), address: null, notes: [note] }
  }
  const suspects = new Map<string, readonly NamedCommit[]>()
  for (const window of services.flatMap((service) => service.suspects)) {
    const key = windowKey(window)
    const commits = suspects.has(key) ? null : await commitsBetween(place, window)
    if (commits !== null) suspects.set(key, commits)
  }
  return { releases: releasesOf(await gitTags(place)), suspects, address: await webAddressOf(place), notes: [] }
}

function repositoryFlag(text: string | undefined): string | null {
  if (text === undefined) return null
  const address = webAddress(text)
  if (address !== null) return address
  throw new UserError(
    `--repository cannot be ${JSON.stringify(text)}: write the address of the repository, such as https://github.com/octo-org/shop.`,
  )
}

function titleOf(address: string | null, directory: string): string {
  return address === null ? basename(resolve(directory)) : address.replace(/^https:\/\/[^/]+\//, '')
}

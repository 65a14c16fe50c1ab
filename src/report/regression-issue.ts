import { changeInWords } from '../model/change.ts'
import type { Comparison } from '../model/comparison.ts'
import type { MergedOverride } from '../model/ledger.ts'
import { count, firstOf, formatValue, listed } from '../model/numbers.ts'
import { code, commit as commitName, link, plain, prose, withPlainPipes } from './escape.ts'
import { fittingBody } from './fitting-body.ts'
import { decode, encode } from './marker.ts'
import { MARKDOWN, seriesName } from './wording.ts'

/** The one open issue of a gate about one service of one branch. */
export type IssueSubject = Readonly<{ name: string; branch: string; service: string }>

/** A commit that may have made the service slower, with its subject and pull requests. All texts come from outside. */
export type Suspect = Readonly<{
  commit: string
  subject: string
  pullRequests: readonly Readonly<{ number: number; title: string }>[]
  /** Overrides with which the pull requests of this commit were merged. */
  overrides: readonly MergedOverride[]
}>

/** A proven slowdown of one service, as a recorded push shows it. */
export type ToldRegression = Readonly<{
  subject: IssueSubject
  /** The pushed commit. */
  commit: string
  /** The last commit of this service that was recorded before the slowdown. null: none is known. */
  lastGood: string | null
  comparison: Comparison
  /** From the pushed commit back to the last good one. Never empty. */
  suspects: readonly Suspect[]
  /** Other services that became slower at this commit. */
  others: readonly string[]
  /** `https://github.com/acme/shop` */
  repositoryUrl: string
  runUrl: string
}>

const MARKER = /^<!-- perf-gate:v1 regression name=(\S+) branch=(\S+) service=(\S+) -->(?:\r?\n|$)/
const PART = /^<!-- perf-gate:at ([0-9a-f]{40}) -->$/m

/** Further suspects are only counted. */
export const MAX_SUSPECTS = 20
const MAX_OTHERS = 5
const MAX_PULL_REQUESTS = 3

export function issueTitle({ name, branch, service }: IssueSubject): string {
  return `${name}: ${plain(service, 60)} became slower on ${plain(branch, 60)}`
}

/** The subject of an issue; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
export function parseIssueMarker(body: string): IssueSubject | undefined {
  const [name, branch, service] = (MARKER.exec(body)?.slice(1) ?? []).map((text) => decode(text))
  return name == null || branch == null || service == null ? undefined : { name, branch, service }
}

/** The pushed commits that the issue already reports. */
export function toldCommits(body: string): readonly string[] {
  return partsOf(body).map(([commit]) => commit)
}

/** The text of the issue with this slowdown added at the top. An earlier part about the same commit is replaced. */
export function withRegression(regression: ToldRegression, earlier = ''): string {
  const { subject, commit } = regression
  const kept = partsOf(earlier).filter(([at]) => at !== commit)
  const parts = [[commit, partText(regression)] as const, ...kept]
  return fittingBody(parts, (fitting) => bodyOf(subject, opening(subject), fitting))
}

/** The text of the issue when it is closed. */
export function closedText(subject: IssueSubject, earlier: string, repaidAt: string, runUrl: string): string {
  const run = link('that run', runUrl) ?? 'that run'
  const words = `✅ ${code(subject.service)} is back within its limit on ${code(subject.branch)}: the push of ${commitName(repaidAt)} proves it (${run}).`
  return bodyOf(subject, words, partsOf(earlier))
}

/** The text of an issue that duplicates another issue, because two runs opened an issue at the same moment. */
export function duplicateText(subject: IssueSubject, other: number): string {
  return bodyOf(subject, `Two pushes were recorded at once. #${other} tells of both.`, [])
}

function opening({ branch, service, name }: IssueSubject): string {
  return `${code(service)} became slower on ${code(branch)}, and this is proven. ${code(name)} keeps this issue: it closes when a later push proves that the service is back within its limit.`
}

type Part = readonly [commit: string, text: string]

function bodyOf({ name, branch, service }: IssueSubject, words: string, parts: readonly Part[]): string {
  const marker = `<!-- perf-gate:v1 regression name=${encode(name)} branch=${encode(branch)} service=${encode(service)} -->`
  const told = parts.map(([commit, text]) => `<!-- perf-gate:at ${commit} -->\n${text}`)
  return withPlainPipes(`${[marker, words, ...told].join('\n\n')}\n`)
}

/** Each part begins with a marker line. Text from outside never stands at the start of a line, so it cannot begin a part. */
function partsOf(body: string): readonly Part[] {
  const [, ...pieces] = body.replaceAll('\r\n', '\n').split(PART)
  return pieces.flatMap((commit, index) =>
    index % 2 === 0 ? [[commit, (pieces[index + 1] ?? '').trim()] as const] : [],
  )
}

function partText(regression: ToldRegression): string {
  const { comparison, commit, lastGood, suspects, runUrl, repositoryUrl } = regression
  const { baseline, unit, estimate } = comparison
  const change = estimate === null ? 'is worse' : `is ${changeInWords(comparison, estimate.changeRatio)}`
  const was = baseline === null ? '' : ` It was ${formatValue(baseline, unit)}.`
  const run = link('The whole report', runUrl)
  const compare =
    lastGood === null ? undefined : link('all changes', `${repositoryUrl}/compare/${lastGood}...${commit}`)
  return [
    `**At ${commitName(commit)}, ${seriesName(comparison, MARKDOWN)} ${change}.**${was}${run === undefined ? '' : ` ${run}.`}`,
    othersText(regression),
    suspectsTitle(suspects.length, lastGood, compare),
    suspectTable(suspects, comparison.service),
    suspects.length > MAX_SUSPECTS ? `And ${count(suspects.length - MAX_SUSPECTS, 'more commit')}.` : '',
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function suspectsTitle(commits: number, lastGood: string | null, compare: string | undefined): string {
  if (lastGood === null) return 'No recorded commit before it is in reach, so only the pushed commit is named:'
  const which = commits === 1 ? 'One commit was' : `${count(commits, 'commit')} were`
  return `${which} pushed since ${commitName(lastGood)}, the last one that was recorded before${compare === undefined ? '' : ` (${compare})`}:`
}

export function suspectTable(suspects: readonly Suspect[], service: string): string {
  const rows = suspects.slice(0, MAX_SUSPECTS).map((one) => suspectRow(one, service))
  return ['| commit | what it says | pull request | override |', '|---|---|---|---|', ...rows].join('\n')
}

function suspectRow({ commit, subject, pullRequests, overrides }: Suspect, service: string): string {
  const pulls = pullRequests.slice(0, MAX_PULL_REQUESTS).map(({ number, title }) => `#${number} ${code(title)}`)
  const accepted = overrides.map(({ by, reason, pullRequest, services, hasMore }) => {
    const named = services.some((one) => one.service === service)
    const what = named ? 'accepted' : hasMore ? 'accepted, perhaps with this service,' : 'accepted for other services'
    return `🔓 ${what} by ${code(by)} in #${pullRequest}: “${prose(reason)}”`
  })
  return `| ${commitName(commit)} | ${code(subject)} | ${pulls.join(', ') || '–'} | ${accepted.join('<br>') || '–'} |`
}

function othersText({ others }: ToldRegression): string {
  if (others.length === 0) return ''
  return `The same push made ${listed(firstOf(others.map(code), MAX_OTHERS))} slower, too.`
}

import { count } from '../model/numbers.ts'
import { capitalized, written } from '../model/text.ts'
import type { WatchedService } from '../model/watch.ts'
import { code, commit as commitName, link, plain, withPlainPipes } from './escape.ts'
import { fittingBody } from './fitting-body.ts'
import { decode, encode } from './marker.ts'
import { MAX_SUSPECTS, type Suspect, suspectTable } from './regression-issue.ts'
import { watchRow } from './watch-markdown.ts'
import { comparedWith, timeText, watchStatement } from './watch-words.ts'
import { MARKDOWN } from './wording.ts'

/** The one open issue of a gate about one service in one environment. */
export type ProductionSubject = Readonly<{ name: string; environment: string; service: string }>

/** The effect of a deployment on a service. `slower`: 1.1 is 10 % slower, 0.9 is faster. `failing`: the added share of failed requests. */
export type Effect = Readonly<{ slower: number; failing: number }>

/** A deployment that made a service worse, or better after an earlier deployment had made it worse. */
export type ToldDeployment = Readonly<{
  subject: ProductionSubject
  id: number
  commit: string
  /** null: no earlier deployment is known. */
  previousCommit: string | null
  deployedAtS: number
  watched: WatchedService
  effect: Effect
  /** Commits since the previous deployment, the newest first. */
  suspects: readonly Suspect[]
  allCommits: number
  /** `https://github.com/acme/shop` */
  repositoryUrl: string
  runUrl: string
}>

const MARKER = /^<!-- perf-gate:v1 production name=(\S+) environment=(\S+) service=(\S+) -->(?:\r?\n|$)/
const PART = /^<!-- perf-gate:deployment (\d+) slower=([\d.]+) failing=(-?[\d.]+) -->$/m

export function productionTitle({ name, environment, service }: ProductionSubject): string {
  return `${name}: ${plain(service, 60)} became worse in ${plain(environment, 60)}`
}

/** The subject of an issue; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
export function parseProductionMarker(body: string): ProductionSubject | undefined {
  const [name, environment, service] = (MARKER.exec(body)?.slice(1) ?? []).map((one) => decode(one))
  return name == null || environment == null || service == null ? undefined : { name, environment, service }
}

/** The combined effect of all deployments in the issue, worse and better. */
export function balanceOf(body: string): Effect {
  return partsOf(body).reduce<Effect>(
    (sum, { effect }) => ({ slower: sum.slower * effect.slower, failing: sum.failing + effect.failing }),
    { slower: 1, failing: 0 },
  )
}

/** The text of the issue with this deployment added at the top. An earlier part about the same deployment is replaced. */
export function withDeployment(told: ToldDeployment, earlier = ''): string {
  const parts = [partOf(told), ...partsOf(earlier).filter(({ id }) => id !== told.id)]
  return fittingBody(parts, (fitting) => bodyOf(told.subject, opening(told.subject), fitting))
}

/** The text of the issue when it is closed. */
export function mendedText(told: ToldDeployment, earlier: string): string {
  const words = `✅ ${code(told.subject.service)} is as good as before: the deployment of ${commitName(told.commit)} proves it.`
  return bodyOf(told.subject, words, partsOf(withDeployment(told, earlier)))
}

function opening({ environment, service, name }: ProductionSubject): string {
  return `${code(service)} became worse in ${code(environment)} with a deployment. ${code(name)} keeps this issue: it closes when a later deployment is proven to make it good. Nothing is rolled back by itself.`
}

type Part = Readonly<{ id: number; effect: Effect; text: string }>

function bodyOf({ name, environment, service }: ProductionSubject, words: string, parts: readonly Part[]): string {
  const marker = `<!-- perf-gate:v1 production name=${encode(name)} environment=${encode(environment)} service=${encode(service)} -->`
  const told = parts.map(
    ({ id, effect, text }) =>
      `<!-- perf-gate:deployment ${id} slower=${effect.slower.toFixed(4)} failing=${effect.failing.toFixed(6)} -->\n${text}`,
  )
  return `${[marker, withPlainPipes(words), ...told].join('\n\n')}\n`
}

/** Each part begins with a marker line. Text from outside never stands at the start of a line, so it cannot begin a part. */
function partsOf(body: string): readonly Part[] {
  const [, ...pieces] = body.replaceAll('\r\n', '\n').split(PART)
  return Array.from({ length: Math.floor(pieces.length / 4) }, (_, index) => {
    const [id, slower, failing, text = ''] = pieces.slice(4 * index)
    return { id: Number(id), effect: { slower: Number(slower), failing: Number(failing) }, text: text.trim() }
  })
}

function partOf(told: ToldDeployment): Part {
  const { watched, commit, previousCommit, deployedAtS, runUrl, repositoryUrl, suspects } = told
  const { comparison } = watched
  const run = link('The whole report', runUrl)
  const compare =
    previousCommit === null ? undefined : link('all changes', `${repositoryUrl}/compare/${previousCommit}...${commit}`)
  const text = [
    withPlainPipes(
      `**Deployment of ${commitName(commit)} at ${timeText(deployedAtS)}: ${written(watchStatement(watched), MARKDOWN)}.**${run === undefined ? '' : ` ${run}.`}`,
    ),
    watchRow(watched),
    comparison === null
      ? ''
      : `${withPlainPipes(written(capitalized(comparedWith(comparison)), MARKDOWN))}. To look yourself, ask Prometheus at ${timeText(comparison.untilS)}:\n\n${fenced(comparison.query)}`,
    suspectsText(told, compare),
    suspects.length === 0 ? '' : suspectTable(suspects, told.subject.service),
  ]
  return { id: told.id, effect: told.effect, text: text.filter((one) => one !== '').join('\n\n') }
}

function suspectsText({ suspects, allCommits, previousCommit }: ToldDeployment, compare: string | undefined): string {
  if (previousCommit === null) return 'No earlier deployment is known, so no commit is named.'
  const since = `since ${commitName(previousCommit)}, which was deployed before${compare === undefined ? '' : ` (${compare})`}`
  const shown = Math.min(suspects.length, MAX_SUSPECTS)
  if (shown === 0) return `No commit is known ${since}.`
  const all = Math.max(allCommits, shown)
  return `${count(all, 'commit')} ${since}${shown < all ? `, of which ${shown} are named` : ''}:`
}

/** The query can contain names from the policy. The fence is longer than any run of backticks in the query, so no name can end the block. */
function fenced(query: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...query.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}promql\n${query.replaceAll(/\s+/g, ' ')}\n${fence}`
}

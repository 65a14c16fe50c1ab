import { blockedParts, largestOfEachService } from '../model/blocked-parts.ts'
import type { MergedOverride } from '../model/ledger.ts'
import type { AcceptedOverride } from '../model/override.ts'
import type { Verdict } from '../model/verdict.ts'
import type { GitHubClient } from './client.ts'
import { readOwnLogin } from './comment.ts'
import { DESCRIPTION_CHARACTERS, type Latest, readStatuses, type Statuses, setStatus, shortened } from './status.ts'

/**
 * The second status of a head commit, `<gate>/override`: who accepted what, and why. It is GitHub's record that the gate found the override
 * valid for this commit. A new push has no such status, and nobody can edit it. After the merge, the ledger takes the override from it. Its
 * state is always `success`, so it blocks nothing; its description says whether an override is in force.
 */
export type OverrideStatus = Readonly<{ name: string; sha: string; targetUrl: string; pullRequest: number | null }>

type Accepted = Pick<MergedOverride, 'by' | 'reason' | 'services' | 'hasMore'>

/** The list of services may be this long, so that the longest login and a reason still fit beside it. */
const SERVICES_CHARACTERS = 45

const IN_FORCE = /^Overridden by @(?<by>\S+)(?: in #(?<pullRequest>\d+))? \((?<services>[^()]*)\): (?<reason>.*)$/
/** A very long text is cut at its end. The accepted slowdown is not known then, so it must be accepted again. */
const NOT_ANY_MORE =
  /^No override any more\. Before: @(?<by>\S+)(?: in #(?<pullRequest>\d+))? \((?<services>[^()]*)(?:\)|…)$/

export function overrideContext(gateName: string): string {
  return `${gateName}/override`
}

/**
 * Records that an override is in force, or that it is not in force any more. Writes nothing if there was none. The slowdown that was
 * accepted first stays in the record until the label is set again, so that later measurements of the commit are compared with it.
 */
export async function setOverrideStatus(
  client: GitHubClient,
  { name, sha, targetUrl, pullRequest }: OverrideStatus,
  verdict: Verdict | null,
  known: Statuses | null = null,
): Promise<void> {
  const context = overrideContext(name)
  const statuses = known ?? (await readStatuses(client, sha, [context]))
  const before = acceptedOverride(statuses, name)
  const inForce = verdict === null ? null : overrideText(verdict, pullRequest, before)
  if (inForce === null && before?.inForce !== true) return
  const description = inForce ?? `No override any more. Before: ${whoAndWhat(before as AcceptedOverride)}`
  await setStatus(client, { context, sha, state: 'success', description, targetUrl }, statuses)
}

/** The override that the gate recorded for the commit; null: none. */
export function acceptedOverride(statuses: Statuses | null, gateName: string): AcceptedOverride | null {
  const latest = statuses?.latest.get(overrideContext(gateName))
  return latest === undefined ? null : acceptedOf(latest)
}

/** The override in one status. null: the status is not ours, or records no override. */
export function acceptedOf({ isOurs, description, at }: Latest): AcceptedOverride | null {
  if (!isOurs) return null
  const [inForce, ended] = [IN_FORCE.exec(description ?? ''), NOT_ANY_MORE.exec(description ?? '')]
  const { by, pullRequest, services } = (inForce ?? ended)?.groups ?? {}
  if (by === undefined || services === undefined) return null
  const number = pullRequest === undefined ? null : Number(pullRequest)
  return { by, pullRequest: number, ...servicesOf(services), at, inForce: inForce !== null }
}

/** The override in force on a commit, by the name of the gate, if a bot recorded it; null: none. */
export async function readOverrideStatus(
  client: GitHubClient,
  { name, sha }: Readonly<{ name: string; sha: string }>,
): Promise<(Accepted & Readonly<{ at: string }>) | null> {
  const { octokit, owner, repo } = client
  // Newest first: https://docs.github.com/en/rest/commits/statuses#list-commit-statuses-for-a-reference
  const { data } = await octokit.rest.repos.listCommitStatusesForRef({ owner, repo, ref: sha, per_page: 100 })
  const ofOverride = data.filter(({ context }) => context === overrideContext(name))
  if (ofOverride.length === 0) return null
  // People with write access can set any status, but no person can use the name of a bot.
  const ownLogin = await readOwnLogin(client)
  const latest = ofOverride.find(({ creator }) => creator?.type === 'Bot' || creator?.login === ownLogin)
  const accepted = parseOverrideText(latest?.description ?? '')
  return latest === undefined || accepted === null ? null : { ...accepted, at: latest.created_at }
}

/**
 * `Overridden by @mona in #12 (checkout +15.3%): new tax rules`, at most 140 characters. null: the verdict is not overridden.
 *
 * @param before the earlier record of this commit. It is kept unless the label is newer
 */
export function overrideText(
  { override, outcome, findings, services }: Verdict,
  pullRequest: number | null,
  before: AcceptedOverride | null = null,
): string | null {
  if (override.kind !== 'valid' || outcome !== 'overridden') return null
  const { by, reason, at } = override
  const isKnown = before !== null && Date.parse(at) <= Date.parse(before.at)
  const accepted = isKnown
    ? before
    : { services: largestOfEachService(blockedParts({ findings, evidence: services })), hiddenServices: 0 }
  if (accepted.services.length === 0) return null
  return shortened(
    `Overridden by ${whoAndWhat({ ...accepted, by, pullRequest })}: ${reason.replaceAll(/\s+/g, ' ')}`,
    DESCRIPTION_CHARACTERS,
  )
}

/** Reads the text of `overrideText`; null: the text has another form. */
export function parseOverrideText(text: string): Accepted | null {
  const { by, services, reason } = IN_FORCE.exec(text)?.groups ?? {}
  if (by === undefined || services === undefined || reason === undefined) return null
  const { services: named, hiddenServices } = servicesOf(services)
  return { by, reason, services: named, hasMore: hiddenServices > 0 }
}

type WhoAndWhat = Pick<AcceptedOverride, 'by' | 'pullRequest' | 'services' | 'hiddenServices'>

function whoAndWhat({ by, pullRequest, services, hiddenServices }: WhoAndWhat): string {
  const [first = '', ...rest] = services.map(serviceText)
  const named = [first]
  for (const text of rest) {
    if ([...named, text].join(', ').length > SERVICES_CHARACTERS) break
    named.push(text)
  }
  const hidden = rest.length + 1 - named.length + hiddenServices
  const more = hidden > 0 ? [`${hidden} more`] : []
  return `@${by}${pullRequest === null ? '' : ` in #${pullRequest}`} (${[...named, ...more].join(', ')})`
}

const ONE_SERVICE = /^([a-z0-9][a-z0-9._-]*)(?: ([+-][\d.]+)%)?$/
const MORE_SERVICES = /(?:^|, )(\d+) more$/

function servicesOf(list: string): Pick<AcceptedOverride, 'services' | 'hiddenServices'> {
  const hiddenServices = Number(MORE_SERVICES.exec(list)?.[1] ?? 0)
  const named = list.replace(MORE_SERVICES, '').split(', ')
  const services = named.flatMap((item) => {
    const [, service, percent] = ONE_SERVICE.exec(item) ?? []
    return service === undefined ? [] : [{ service, changeRatio: percent === undefined ? null : Number(percent) / 100 }]
  })
  return { services, hiddenServices }
}

function serviceText({ service, changeRatio }: AcceptedOverride['services'][number]): string {
  if (changeRatio === null) return service
  return `${service} ${changeRatio < 0 ? '-' : '+'}${(100 * Math.abs(changeRatio)).toFixed(1)}%`
}

import type { MergedOverride } from '../model/ledger.ts'
import type { Verdict } from '../model/verdict.ts'
import type { GitHubClient } from './client.ts'
import { readOwnLogin } from './comment.ts'
import { readStatuses, type Statuses, setStatus } from './status.ts'

/**
 * The second status of a head commit, `<gate>/override`: who accepted what, and why. It is the server's own record that the
 * gate found the override valid for this very commit: a new push has none, nobody can edit it, and what is recorded after
 * the merge comes from it. Its state is always `success`, so it blocks nothing; its words say whether one is in force.
 */
export type OverrideStatus = Readonly<{ name: string; sha: string; targetUrl: string }>

type Accepted = Pick<MergedOverride, 'by' | 'reason' | 'services' | 'hasMore'>

/** GitHub refuses longer descriptions. See status.ts. */
const DESCRIPTION_CHARACTERS = 140

/** So that a long list of services leaves room for the reason. */
const SERVICES_CHARACTERS = 50

const WITHDRAWN = 'No override is in force for this commit any more.'

const IN_FORCE = /^Overridden by @(?<by>\S+) \((?<services>[^()]*)\): (?<reason>.*)$/

export function overrideContext(gateName: string): string {
  return `${gateName}/override`
}

/** Writes down that an override is in force; where one was and is not any more, that too. Nothing otherwise. */
export async function setOverrideStatus(
  client: GitHubClient,
  { name, sha, targetUrl }: OverrideStatus,
  verdict: Verdict | null,
  known: Statuses | null = null,
): Promise<void> {
  const context = overrideContext(name)
  const statuses = known ?? (await readStatuses(client, sha, [context]))
  const description = verdict === null ? null : overrideText(verdict)
  if (description === null) {
    const latest = statuses.latest.get(context)
    if (latest === undefined || parseOverrideText(latest.description ?? '') === null) return
  }
  await setStatus(
    client,
    { context, sha, state: 'success', description: description ?? WITHDRAWN, targetUrl },
    statuses,
  )
}

/** The override of this name that is in force on a commit, written by our bot; null: none. */
export async function readOverrideStatus(
  client: GitHubClient,
  { name, sha }: Readonly<{ name: string; sha: string }>,
): Promise<(Accepted & Readonly<{ at: string }>) | null> {
  const { octokit, owner, repo } = client
  // Newest first: https://docs.github.com/en/rest/commits/statuses#list-commit-statuses-for-a-reference
  const { data } = await octokit.rest.repos.listCommitStatusesForRef({ owner, repo, ref: sha, per_page: 100 })
  const ofOverride = data.filter(({ context }) => context === overrideContext(name))
  if (ofOverride.length === 0) return null
  // People with write access can set any status. A bot's name cannot be taken by a person.
  const ownLogin = await readOwnLogin(client)
  const latest = ofOverride.find(({ creator }) => creator?.type === 'Bot' || creator?.login === ownLogin)
  const accepted = parseOverrideText(latest?.description ?? '')
  return latest === undefined || accepted === null ? null : { ...accepted, at: latest.created_at }
}

/** `Overridden by @mona (checkout +15.3%): new tax rules`, at most 140 characters. null: the verdict is not overridden. */
export function overrideText(verdict: Verdict): string | null {
  const { override, outcome } = verdict
  if (override.kind !== 'valid' || outcome !== 'overridden') return null
  const [first, ...rest] = overriddenServices(verdict).map(serviceText)
  if (first === undefined) return null
  const services = [first]
  for (const text of rest) {
    if ([...services, text].join(', ').length > SERVICES_CHARACTERS) break
    services.push(text)
  }
  const hidden = rest.length + 1 - services.length
  const list = [...services, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ')
  const text = [...`Overridden by @${override.by} (${list}): ${override.reason.replaceAll(/\s+/g, ' ')}`]
  return text.length <= DESCRIPTION_CHARACTERS
    ? text.join('')
    : `${text.slice(0, DESCRIPTION_CHARACTERS - 1).join('')}…`
}

/** What such a text says; null: it is not one. */
export function parseOverrideText(text: string): Accepted | null {
  const { by, services, reason } = IN_FORCE.exec(text)?.groups ?? {}
  if (by === undefined || services === undefined || reason === undefined) return null
  const named = services.split(', ').flatMap((item) => {
    const [, service, percent] = /^([a-z0-9][a-z0-9._-]*)(?: ([+-][\d.]+)%)?$/.exec(item) ?? []
    if (service === undefined) return []
    return [{ service, changeRatio: percent === undefined ? null : Number(percent) / 100 }]
  })
  return { by, reason, services: named, hasMore: /(?:^|, )\d+ more$/.test(services) }
}

/** What blocked, one entry a service in the order of the findings, which is worst first; each with its largest change for the worse. */
function overriddenServices({ findings, services }: Verdict): MergedOverride['services'] {
  const blocking = findings.filter(({ level }) => level === 'fail')
  const names = new Set(blocking.flatMap(({ service }) => (service === null ? [] : [service])))
  return [...names].map((service) => {
    const comparisons = services.find((one) => one.service === service)?.comparisons ?? []
    const changes = blocking
      .filter((finding) => finding.service === service)
      .flatMap(({ endpoint, metric, stat }) =>
        comparisons.filter((one) => one.endpoint === endpoint && one.metric === metric && one.stat === stat),
      )
      .flatMap(({ estimate, better }) => (estimate === null ? [] : [{ change: estimate.changeRatio, better }]))
    const worst = changes.toSorted((left, right) => worse(right) - worse(left))[0]
    return { service, changeRatio: worst?.change ?? null }
  })
}

function worse({ change, better }: Readonly<{ change: number; better: string }>): number {
  return better === 'higher' ? -change : change
}

function serviceText({ service, changeRatio }: MergedOverride['services'][number]): string {
  if (changeRatio === null) return service
  return `${service} ${changeRatio < 0 ? '-' : '+'}${(100 * Math.abs(changeRatio)).toFixed(1)}%`
}

import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { Job, RerunTheory } from './attempts.ts'
import type { Clock } from './clock.ts'
import type { DeploymentData } from './deployments.ts'
import type { Git } from './git-data.ts'
import type { Json, JsonObject } from './openapi.ts'
import type { Permissions, Token } from './permissions.ts'
import type { Upstream } from './upstream.ts'

/** The answer's data of one operation, as @octokit/rest describes it. */
export type PullData = RestEndpointMethodTypes['pulls']['get']['response']['data']
export type CommentData = RestEndpointMethodTypes['issues']['getComment']['response']['data']
export type IssueData = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number]
export type StatusData = RestEndpointMethodTypes['repos']['createCommitStatus']['response']['data']

/** A request that was understood: which operation, with what. */
export type Call = Readonly<{
  operationId: string
  parameters: ReadonlyMap<string, string>
  query: URLSearchParams
  body: Json | undefined
  token: Token
  method: string
  path: string
  accept: string
}>

export type Answer = Readonly<{ status: number; body?: Json | Buffer; headers?: Readonly<Record<string, string>> }>
export type Handler = (call: Call) => Answer | Promise<Answer>

export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin'

/** A role that an organisation made itself: its name, and the built-in role that it starts from. */
export type CustomRole = Readonly<{ roleName: string; permission: 'none' | 'read' | 'write' | 'admin' }>

/** What we keep of a pull request, because emulate keeps its head and its merge state fixed. */
export type Pull = {
  readonly number: number
  readonly author: string
  readonly headRef: string
  readonly headOwner: string
  readonly isFork: boolean
  baseRef: string
  /** Moves when the head branch is pushed to, also through the Git Data API. */
  headSha: string
  /** The base branch's tip when the pull request was opened or last pushed to. It does not follow the base branch. */
  baseSha: string
  /** GitHub's test merge, `refs/pull/N/merge`; after merging, the real merge commit; null while there is a conflict. */
  mergeCommitSha: string | null
  /** What the test merge was made of, so that it is made once: the base's tip and the head. */
  mergedFrom: string
  mergedBy: string | null
  mergedAt: string | null
  readonly createdAt: string
  updatedAt: string
}

type LabelEvent = Readonly<{
  id: number
  issueNumber: number
  event: 'labeled' | 'unlabeled'
  label: JsonObject
  actor: string
  createdAt: string
}>
type Status = Readonly<{ sha: string; context: string; data: JsonObject }>
export type StoredArtifact = {
  readonly runId: number
  readonly name: string
  bytes: Buffer
  readonly contentType: string
  expired: boolean
  /** Still listed, but its download answers 404. */
  isGone: boolean
  digest: string | null
  readonly createdAt: string
}

/** Everything that one played GitHub knows. */
export type World = Readonly<{
  owner: string
  repo: string
  ownerType: 'Organization' | 'User'
  visibility: 'private' | 'public'
  apiUrl: string
  graphqlUrl: string
  storageUrl: string
  clock: Clock
  newId: () => number
  upstream: Upstream
  git: Git
  /** The token permissions of the job; replaced by setPermissions. */
  granted: { permissions: Permissions }
  roles: Map<string, Role | CustomRole>
  /** Branch name → the status contexts that a merge into it needs. */
  requiredContexts: Map<string, readonly string[]>
  /** Branch name → the contexts that a ruleset requires, each from any source (null) or from one app. */
  rulesetContexts: Map<string, readonly Readonly<{ context: string; integrationId: number | null }>[]>
  /** Branches that a ruleset lets nobody delete. */
  undeletable: Set<string>
  /** Name of a tag → its commit. */
  tags: Map<string, string>
  /** How long artifacts are kept. */
  retention: { days: number }
  pulls: Map<number, Pull>
  labelEvents: LabelEvent[]
  baseChanges: { id: number; issueNumber: number; actor: string; createdAt: string }[]
  /** The last edit of the description of a pull request. */
  descriptionEdits: Map<number, { at: string; by: string }>
  /** When the head of a pull request was moved by force. */
  forcePushes: { id: number; issueNumber: number; actor: string; sha: string; createdAt: string }[]
  statuses: Status[]
  deployments: DeploymentData[]
  /** Bodies of `repository_dispatch` events that were sent. */
  dispatches: JsonObject[]
  runs: Map<number, JsonObject>
  /** `run/attempt` → the run as it was then. The newest attempt is in `runs`. */
  attempts: Map<string, JsonObject>
  /** `run/attempt` → its jobs. */
  jobs: Map<string, readonly Job[]>
  /** What becomes of the artifacts of earlier attempts. */
  rerunTheory: { is: RerunTheory }
  artifacts: Map<number, StoredArtifact>
  /** The last edit of a comment by its id. */
  commentEdits: Map<number, { at: string; by: string }>
  /** What people and programs think of comments. */
  reactions: { commentId: number; content: string; login: string }[]
  commentTimes: Map<number, { createdAt: string; updatedAt: string }>
}>

export function repositoryUrl(world: World): string {
  return `${world.apiUrl}/repos/${world.owner}/${world.repo}`
}

export function parameter(call: Call, name: string): string {
  const value = call.parameters.get(name)
  if (value === undefined) throw new Error(`${call.operationId} has no parameter "${name}"`)
  return value
}

export function failed(status: number, message: string, extra: JsonObject = {}): Answer {
  return {
    status,
    body: { message, ...extra, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  }
}

export const NOT_FOUND: Answer = failed(404, 'Not Found')

/** The login that acts: the person, the app's bot, or the job's. */
export function actorOf(token: Token): string {
  return token.kind === 'none' ? 'github-actions[bot]' : token.login
}

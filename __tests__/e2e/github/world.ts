import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { Job, RerunTheory } from './attempts.ts'
import type { Clock } from './clock.ts'
import type { DeploymentData } from './deployments.ts'
import type { Git } from './git-data.ts'
import type { Json, JsonObject } from './openapi.ts'
import type { Permissions, Token } from './permissions.ts'
import type { Upstream } from './upstream.ts'

/** The data in the answer of one operation, with the types of @octokit/rest. */
export type PullData = RestEndpointMethodTypes['pulls']['get']['response']['data']
export type CommentData = RestEndpointMethodTypes['issues']['getComment']['response']['data']
export type IssueData = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number]
export type StatusData = RestEndpointMethodTypes['repos']['createCommitStatus']['response']['data']

/** A parsed request: its operation and its parameters. */
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

/** A custom role of an organisation: its name, and the built-in role that it is based on. */
export type CustomRole = Readonly<{ roleName: string; permission: 'none' | 'read' | 'write' | 'admin' }>

/** The state of a pull request that emulate cannot keep, because there its head and its merge state are fixed. */
export type Pull = {
  readonly number: number
  readonly author: string
  readonly headRef: string
  readonly headOwner: string
  readonly isFork: boolean
  baseRef: string
  /** A push to the head branch moves it, also through the Git Data API. */
  headSha: string
  /** The tip of the base branch when the pull request was opened or last pushed to. It does not follow the base branch. */
  baseSha: string
  /** GitHub's test merge, `refs/pull/N/merge`. After the merge it is the real merge commit; null: there is a conflict. */
  mergeCommitSha: string | null
  /** The two commits of the test merge, so that it is made only once: the tip of the base branch and the head. */
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
  /** The artifact is still listed, but its download answers 404. */
  isGone: boolean
  digest: string | null
  readonly createdAt: string
}

/** The whole state of a played GitHub. */
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
  /** The permissions of the job's token. setPermissions replaces them. */
  granted: { permissions: Permissions }
  roles: Map<string, Role | CustomRole>
  /** The name of a branch → the status contexts that a merge into it needs. */
  requiredContexts: Map<string, readonly string[]>
  /** The name of a branch → the contexts that a ruleset requires, each from any source (null) or from one app. */
  rulesetContexts: Map<string, readonly Readonly<{ context: string; integrationId: number | null }>[]>
  /** The branches that a ruleset protects from deletion. */
  undeletable: Set<string>
  /** The name of a tag → its commit. */
  tags: Map<string, string>
  /** For how long artifacts are kept. */
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
  /** The bodies of the `repository_dispatch` events that were sent. */
  dispatches: JsonObject[]
  runs: Map<number, JsonObject>
  /** `run/attempt` → the run at that attempt. `runs` has the newest attempts. */
  attempts: Map<string, JsonObject>
  /** `run/attempt` → the jobs of that attempt. */
  jobs: Map<string, readonly Job[]>
  /** What happens to the artifacts of earlier attempts. */
  rerunTheory: { is: RerunTheory }
  artifacts: Map<number, StoredArtifact>
  /** The last edit of each comment, by the id of the comment. */
  commentEdits: Map<number, { at: string; by: string }>
  /** The reactions of people and programs to comments. */
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

/** The login that acts: the person, the bot of the app, or the bot of the job. */
export function actorOf(token: Token): string {
  return token.kind === 'none' ? 'github-actions[bot]' : token.login
}

import { artifactHandlers } from './artifacts.ts'
import { attemptHandlers } from './attempts.ts'
import { branchHandlers } from './branches.ts'
import { type Clock, createClock, createCounter } from './clock.ts'
import { deploymentHandlers } from './deployments.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGit } from './git-data.ts'
import { refHandlers } from './graphql.ts'
import { issueHandlers } from './issues.ts'
import { createJournal, type JournalEntry, type Violation } from './journal.ts'
import { loadOpenApi } from './openapi.ts'
import type { Permissions, Token } from './permissions.ts'
import { pullHandlers } from './pulls.ts'
import { roleHandlers } from './roles.ts'
import { createScenario, type Scenario } from './scenario.ts'
import { close, createFrontServer, type Front, listen } from './server.ts'
import { settingsHandlers } from './settings.ts'
import { statusHandlers } from './statuses.ts'
import { startUpstream } from './upstream.ts'
import { APP_BOT, OWN_APP_BOT } from './upstream-repairs.ts'
import { workflowRunHandlers } from './workflow-runs.ts'
import type { CustomRole, Handler, Role, World } from './world.ts'

export type GitHubOptions = Readonly<{
  owner?: string
  repo?: string
  ownerType?: 'Organization' | 'User'
  visibility?: 'private' | 'public'
  /** A GitHub Enterprise Server, whose API is below a path of its own host. Default: false. */
  enterprise?: boolean
  /** The host of the artifacts. Default: 127.0.0.1, which is also the host of the API. */
  storageHost?: string
  /** The permissions of the job's token. Default: those of the set-up with one workflow. */
  permissions?: Permissions
  /** All people with their roles. A person who is not named here does not exist. */
  people?: Readonly<Record<string, Role | CustomRole>>
}>

/** A played GitHub: one repository, its people, and the two servers that programs talk to. */
export type GitHub = Scenario &
  Readonly<{
    world: World
    owner: string
    repo: string
    apiUrl: string
    graphqlUrl: string
    /** The address of the repository's website. */
    serverUrl: string
    storageUrl: string
    /** The token of the job (GITHUB_TOKEN). */
    token: string
    /** The token of an app that an organisation made for the gate. */
    appToken: string
    tokenOf: (login: string) => string
    clock: Clock
    faults: Faults
    journal: readonly JournalEntry[]
    /**
     * Requests that the real GitHub would not understand, and wrong answers of this emulation. Each test asserts that the list is
     * empty.
     */
    violations: readonly Violation[]
    setPermissions: (permissions: Permissions) => void
    setRole: (login: string, role: Role | CustomRole) => void
    close: () => Promise<void>
  }>

/** The permissions that the workflow grants in the set-up with one workflow. */
const DEFAULT_PERMISSIONS: Permissions = {
  actions: 'read',
  contents: 'read',
  'pull-requests': 'write',
  statuses: 'write',
}

const DEFAULT_PEOPLE: Readonly<Record<string, Role>> = {
  alice: 'write',
  bob: 'write',
  tina: 'triage',
  mona: 'maintain',
  ada: 'admin',
  otto: 'read',
  eve: 'none',
}

const JOB_TOKEN = 'ghs_played-token-of-the-job'
const APP_TOKEN = 'ghs_played-token-of-an-app'

function tokenOf(login: string): string {
  return `ghp_played-token-of-${login}`
}

function readToken(authorization: string | undefined): Token {
  const secret = authorization?.replace(/^(?:bearer|token) /i, '')
  if (secret === JOB_TOKEN) return { kind: 'job', login: APP_BOT }
  if (secret === APP_TOKEN) return { kind: 'app', login: OWN_APP_BOT }
  const login = /^ghp_played-token-of-(.+)$/.exec(secret ?? '')?.[1]
  return login === undefined ? { kind: 'none' } : { kind: 'user', login }
}

function handlersOf(world: World): ReadonlyMap<string, Handler> {
  return new Map([
    ...branchHandlers(world),
    ...pullHandlers(world),
    ...statusHandlers(world),
    ...deploymentHandlers(world),
    ...issueHandlers(world),
    ...roleHandlers(world),
    ...settingsHandlers(world),
    ...workflowRunHandlers(world),
    ...attemptHandlers(world),
    ...artifactHandlers(world),
    ...refHandlers(world),
  ])
}

/** Starts both servers on loopback, with one empty repository. Takes about a fifth of a second. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const {
    owner = 'acme',
    repo = 'shop',
    ownerType = 'Organization',
    visibility = 'private',
    people = DEFAULT_PEOPLE,
    enterprise = false,
    storageHost = '127.0.0.1',
  } = options
  const journal = createJournal()
  const faults = createFaults()
  const clock = createClock()
  let front: Front | null = null
  const started = (): Front => {
    if (front === null) throw new Error('The played GitHub got a request before it was ready')
    return front
  }
  const apiServer = createFrontServer('api', started)
  const storageServer = createFrontServer('storage', started)
  const origin = await listen(apiServer)
  const storageUrl = (await listen(storageServer)).replace('127.0.0.1', storageHost)
  // https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
  const apiUrl = enterprise ? `${origin}/api/v3` : origin
  const graphqlUrl = enterprise ? `${origin}/api/graphql` : `${origin}/graphql`
  const upstream = await startUpstream({ owner, repo, ownerType, visibility, people: Object.keys(people), apiUrl })
  const world: World = {
    owner,
    repo,
    ownerType,
    visibility,
    apiUrl,
    graphqlUrl,
    storageUrl,
    clock,
    newId: createCounter(1),
    upstream,
    git: createGit(upstream.client(), owner, repo, clock),
    granted: { permissions: options.permissions ?? DEFAULT_PERMISSIONS },
    roles: new Map(Object.entries(people)),
    requiredContexts: new Map(),
    rulesetContexts: new Map(),
    undeletable: new Set(),
    tags: new Map(),
    retention: { days: 90 },
    pulls: new Map(),
    labelEvents: [],
    baseChanges: [],
    descriptionEdits: new Map(),
    forcePushes: [],
    statuses: [],
    deployments: [],
    dispatches: [],
    runs: new Map(),
    attempts: new Map(),
    jobs: new Map(),
    rerunTheory: { is: 'kept' },
    artifacts: new Map(),
    commentEdits: new Map(),
    reactions: [],
    commentTimes: new Map(),
  }
  const handlers = handlersOf(world)
  front = { world, openApi: loadOpenApi(), journal, faults, handlers, readToken }

  return {
    world,
    owner,
    repo,
    apiUrl,
    graphqlUrl,
    serverUrl: enterprise ? origin : 'https://github.com',
    storageUrl,
    token: JOB_TOKEN,
    appToken: APP_TOKEN,
    tokenOf,
    clock,
    faults,
    journal: journal.entries,
    violations: journal.violations,
    setPermissions: (permissions) => {
      world.granted.permissions = permissions
    },
    setRole: (login, role) => {
      world.roles.set(login, role)
    },
    ...createScenario(world, handlers),
    async close() {
      await Promise.all([close(apiServer), close(storageServer), upstream.close()])
    },
  }
}

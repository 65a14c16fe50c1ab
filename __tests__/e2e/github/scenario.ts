import { addArtifact } from './artifacts.ts'
import { attemptKey, type Job, type RerunTheory, startAttempt } from './attempts.ts'
import type { Files } from './git-data.ts'
import type { JsonObject } from './openapi.ts'
import { mergePull, syncPull, viewPull } from './pulls.ts'
import { addWorkflowRun, type WorkflowRun } from './workflow-runs.ts'
import type { Answer, CommentData, Handler, IssueData, Pull, PullData, StatusData, World } from './world.ts'

/** The actions of people in a story, besides the requests of the program under test. The journal does not contain them. */
export type Scenario = Readonly<{
  /**
   * Commits files to a branch (null deletes a file) and moves the branch to the commit. A new branch starts at `from`, or has no
   * parent.
   */
  pushCommit: (
    push: Readonly<{ branch: string; files: Files; message?: string; author?: string; from?: string }>,
  ) => Promise<string>
  openPull: (pull: Readonly<{ head: string; base: string; author: string; title?: string }>) => Promise<number>
  tag: (name: string, sha: string) => void
  /**
   * Opens a pull request from the author's fork, either with a new commit on top of the base branch or with an existing commit.
   */
  openForkPull: (
    pull: Readonly<{ head: string; base: string; author: string; title?: string }> &
      (Readonly<{ files: Files; commit?: undefined }> | Readonly<{ commit: string; files?: undefined }>),
  ) => Promise<number>
  pushToPull: (number: number, files: Files, author?: string) => Promise<string>
  /** Moves the head to an existing commit. The push is forced if the commit is not a descendant of the head. */
  movePull: (number: number, sha: string) => Promise<void>
  pull: (number: number) => Promise<PullData>
  /** Writes the description of a pull request. */
  describe: (number: number, body: string, editor?: string) => Promise<void>
  /** Changes the base branch of a pull request. */
  retarget: (number: number, base: string) => Promise<void>
  label: (number: number, name: string, by: Readonly<{ actor: string }>) => Promise<void>
  unlabel: (number: number, name: string, by: Readonly<{ actor: string }>) => Promise<void>
  /** Returns the comment's id. */
  comment: (number: number, login: string, body: string) => Promise<number>
  editComment: (id: number, login: string, body: string) => Promise<void>
  /** The reactions to a comment, oldest first: `+1 by github-actions[bot]`. */
  reactionsTo: (commentId: number) => readonly string[]
  review: (number: number, login: string, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT') => Promise<void>
  addWorkflowRun: (run: WorkflowRun) => Promise<number>
  updateWorkflowRun: (
    id: number,
    change: Readonly<{ status?: string; conclusion?: string | null; jobs?: readonly Job[] }>,
  ) => void
  /** "Re-run all jobs": the next attempt of a run is in progress. */
  rerun: (id: number) => void
  /** Sets what happens to the artifacts of earlier attempts from now on. Default: they are kept. */
  setRerunTheory: (theory: RerunTheory) => void
  uploadArtifact: (runId: number, name: string, bytes: Buffer, contentType?: string) => number
  expireArtifact: (id: number) => void
  /** Replaces the stored bytes of an artifact, but not its digest. A check of the digest must notice this. */
  tamperArtifact: (id: number, bytes: Buffer) => void
  /** Protects a branch: only commits with a successful status of each context can be merged into it. */
  requireStatus: (branch: string, ...contexts: readonly string[]) => Promise<void>
  /**
   * Protects a branch by a ruleset.
   *
   * @param integrationId the app that must set the status; null: any app. The played merge does not check it.
   */
  requireStatusByRuleset: (branch: string, context: string, integrationId?: number | null) => void
  /** The merge queue merges its group: the base branch moves to the commit that was tested. */
  mergeGroup: (number: number, sha: string) => Promise<void>
  merge: (number: number, login: string) => Promise<Readonly<{ merged: boolean; message: string; sha: string | null }>>
  /** All statuses of a commit, oldest first. */
  statusesOf: (sha: string) => readonly StatusData[]
  /** All issues that are not pull requests, oldest first. */
  issues: () => Promise<readonly IssueData[]>
  /** A person or the job's bot opens an issue. */
  openIssue: (login: string, issue: Readonly<{ title: string; body: string; labels: string[] }>) => Promise<number>
  commentsOf: (number: number) => Promise<readonly CommentData[]>
  readBranchFile: (branch: string, path: string) => Promise<string | null>
  /** @param ref for example `heads/main` or `pull/1/merge` */
  refSha: (ref: string) => Promise<string | null>
}>

function expectSuccess(answer: Answer, what: string): JsonObject {
  if (answer.status >= 300) throw new Error(`${what} was refused: ${answer.status} ${JSON.stringify(answer.body)}`)
  return (answer.body ?? {}) as JsonObject
}

function pullOf(world: World, number: number): Pull {
  const pull = world.pulls.get(number)
  if (pull === undefined) throw new Error(`There is no pull request ${number}`)
  return pull
}

/** An action of a person on the website. It goes through the handlers of the API, with that person's rights. */
async function act(
  world: World,
  handlers: ReadonlyMap<string, Handler>,
  login: string,
  operationId: string,
  method: string,
  parameters: Readonly<Record<string, string>>,
  path: string,
  body?: JsonObject,
): Promise<JsonObject> {
  const handler = handlers.get(operationId)
  if (handler === undefined) throw new Error(`Nothing plays ${operationId}`)
  const call = {
    operationId,
    method,
    parameters: new Map(Object.entries(parameters)),
    query: new URLSearchParams(),
    body,
    token: { kind: 'user', login },
    path: `/repos/${world.owner}/${world.repo}${path}`,
    accept: 'application/json',
  } as const
  return expectSuccess(await handler(call), `${operationId} by ${login}`)
}

async function registerPull(
  world: World,
  pull: Readonly<{ head: string; base: string; author: string; title?: string }>,
  fork?: string,
): Promise<number> {
  const { head, base, author, title = `Change ${pull.head}` } = pull
  const upstreamHead = fork === undefined ? head : `${author}:${head}`
  const { data } = await world.upstream
    .client(author)
    .rest.pulls.create({ owner: world.owner, repo: world.repo, head: upstreamHead, base, title })
  const createdAt = world.clock.tick()
  const registered: Pull = {
    number: data.number,
    author,
    headRef: head,
    headOwner: fork === undefined ? world.owner : author,
    isFork: fork !== undefined,
    baseRef: base,
    headSha: fork ?? '',
    baseSha: '',
    mergeCommitSha: null,
    mergedFrom: '',
    mergedBy: null,
    mergedAt: null,
    createdAt,
    updatedAt: createdAt,
  }
  world.pulls.set(data.number, registered)
  await syncPull(world, registered)
  return data.number
}

export function createScenario(world: World, handlers: ReadonlyMap<string, Handler>): Scenario {
  const { git, owner, repo } = world
  const administrator = world.upstream.client()
  return {
    async pushCommit({ branch, files, message = `Change ${branch}`, author = world.owner, from }) {
      const tip =
        (await git.readRef(`heads/${branch}`)) ??
        (from === undefined ? null : ((await git.readRef(`heads/${from}`)) ?? from))
      const sha = await git.commit({ message, author, parents: tip === null ? [] : [tip], files })
      await git.writeRef(`heads/${branch}`, sha)
      return sha
    },
    openPull: (pull) => registerPull(world, pull),
    tag(name, sha) {
      world.tags.set(name, sha)
    },
    async openForkPull({ files, commit, ...pull }) {
      const base = await git.readRef(`heads/${pull.base}`)
      if (base === null) throw new Error(`There is no branch ${pull.base}`)
      const hasFork = [...world.pulls.values()].some(({ isFork, headOwner }) => isFork && headOwner === pull.author)
      if (!hasFork) {
        await world.upstream.client(pull.author).rest.repos.createFork({ owner, repo, default_branch_only: true })
      }
      // GitHub keeps the commits of forks in the same store, so the base repository finds them by their SHA.
      const change = { message: `Change ${pull.head}`, author: pull.author, parents: [base], files: files ?? {} }
      const sha = commit ?? (await git.commit(change))
      return registerPull(world, pull, sha)
    },
    async pushToPull(number, files, author) {
      const pull = pullOf(world, number)
      await syncPull(world, pull)
      const sha = await git.commit({
        message: `Change pull request ${number}`,
        author: author ?? pull.author,
        parents: [pull.headSha],
        files,
      })
      if (pull.isFork) {
        pull.headSha = sha
        pull.baseSha = ''
      } else await git.writeRef(`heads/${pull.headRef}`, sha)
      await syncPull(world, pull)
      return sha
    },
    async movePull(number, sha) {
      const pull = pullOf(world, number)
      await syncPull(world, pull)
      const isForced = (await git.mergeBase(pull.headSha, sha)) !== pull.headSha
      if (isForced) {
        const event = { issueNumber: number, actor: pull.author, sha, createdAt: world.clock.tick() }
        world.forcePushes.push({ id: world.newId(), ...event })
      }
      if (pull.isFork) {
        pull.headSha = sha
        pull.baseSha = ''
      } else await git.writeRef(`heads/${pull.headRef}`, sha)
      await syncPull(world, pull)
    },
    pull: async (number) => (await viewPull(world, pullOf(world, number))) as unknown as PullData,
    async retarget(number, base) {
      const pull = pullOf(world, number)
      pull.baseRef = base
      pull.baseSha = ''
      pull.mergedFrom = ''
      const event = { issueNumber: number, actor: pull.author, createdAt: world.clock.tick() }
      world.baseChanges.push({ id: world.newId(), ...event })
      await world.upstream.client(pull.author).rest.pulls.update({ owner, repo, pull_number: number, base })
      await syncPull(world, pull)
    },
    async describe(number, body, editor) {
      world.descriptionEdits.set(number, { at: world.clock.tick(), by: editor ?? pullOf(world, number).author })
      await world.upstream
        .client(pullOf(world, number).author)
        .rest.pulls.update({ owner, repo, pull_number: number, body })
    },
    async label(number, name, { actor }) {
      await act(
        world,
        handlers,
        actor,
        'issues/add-labels',
        'POST',
        { issue_number: String(number) },
        `/issues/${number}/labels`,
        { labels: [name] },
      )
    },
    async unlabel(number, name, { actor }) {
      await act(
        world,
        handlers,
        actor,
        'issues/remove-label',
        'DELETE',
        { issue_number: String(number), name },
        `/issues/${number}/labels/${encodeURIComponent(name)}`,
      )
    },
    async comment(number, login, body) {
      const created = await act(
        world,
        handlers,
        login,
        'issues/create-comment',
        'POST',
        { issue_number: String(number) },
        `/issues/${number}/comments`,
        { body },
      )
      return Number(created.id)
    },
    async editComment(id, login, body) {
      const parameters = { comment_id: String(id) }
      await act(world, handlers, login, 'issues/update-comment', 'PATCH', parameters, `/issues/comments/${id}`, {
        body,
      })
    },
    reactionsTo: (commentId) =>
      world.reactions
        .filter((one) => one.commentId === commentId)
        .map(({ content, login }) => `${content} by ${login}`),
    async review(number, login, event) {
      const pull = pullOf(world, number)
      await syncPull(world, pull)
      await world.upstream.client(login).rest.pulls.createReview({
        owner,
        repo,
        pull_number: number,
        event,
        commit_id: pull.headSha,
        ...(event === 'APPROVE' ? {} : { body: event }),
      })
    },
    addWorkflowRun: (run) => addWorkflowRun(world, run),
    updateWorkflowRun(id, { jobs, ...change }) {
      const run = world.runs.get(id)
      if (run === undefined) throw new Error(`There is no workflow run ${id}`)
      if (jobs !== undefined) world.jobs.set(attemptKey(id, Number(run.run_attempt)), jobs)
      Object.assign(run, change, { updated_at: world.clock.tick() })
    },
    rerun: (id) => startAttempt(world, id),
    setRerunTheory(theory) {
      world.rerunTheory.is = theory
    },
    uploadArtifact: (runId, name, bytes, contentType) => addArtifact(world, runId, name, bytes, contentType),
    expireArtifact(id) {
      const artifact = world.artifacts.get(id)
      if (artifact === undefined) throw new Error(`There is no artifact ${id}`)
      artifact.expired = true
    },
    tamperArtifact(id, bytes) {
      const artifact = world.artifacts.get(id)
      if (artifact === undefined) throw new Error(`There is no artifact ${id}`)
      artifact.bytes = bytes
    },
    async requireStatus(branch, ...contexts) {
      world.requiredContexts.set(branch, contexts)
      const required_status_checks = { strict: false, contexts: [...contexts] }
      await administrator.rest.repos.updateBranchProtection({
        owner,
        repo,
        branch,
        required_status_checks,
        enforce_admins: null,
        required_pull_request_reviews: null,
        restrictions: null,
      })
    },
    requireStatusByRuleset(branch, context, integrationId = null) {
      const contexts = [...(world.rulesetContexts.get(branch) ?? []), { context, integrationId }]
      world.rulesetContexts.set(branch, contexts)
    },
    async mergeGroup(number, sha) {
      const pull = pullOf(world, number)
      await syncPull(world, pull)
      await git.writeRef(`heads/${pull.baseRef}`, sha)
      pull.mergedAt = world.clock.tick()
      pull.mergedBy = 'github-merge-queue[bot]'
      pull.mergeCommitSha = sha
    },
    async merge(number, login) {
      const { status, body } = await mergePull(world, pullOf(world, number), login)
      const { message, sha } = body as JsonObject
      return { merged: status === 200, message: String(message), sha: typeof sha === 'string' ? sha : null }
    },
    statusesOf: (sha) =>
      world.statuses.filter((status) => status.sha === sha).map((status) => status.data as unknown as StatusData),
    async issues() {
      const all = await administrator.paginate(administrator.rest.issues.listForRepo, {
        owner,
        repo,
        state: 'all',
        per_page: 100,
      })
      return all.filter((issue) => issue.pull_request === undefined).sort((left, right) => left.number - right.number)
    },
    openIssue: async (login, issue) =>
      (await world.upstream.client(login).rest.issues.create({ owner, repo, ...issue })).data.number,
    async commentsOf(number) {
      const comments: JsonObject[] = []
      for (let page = 1; ; page += 1) {
        const handler = handlers.get('issues/list-comments')
        const query = new URLSearchParams({ per_page: '100', page: String(page) })
        const path = `/repos/${owner}/${repo}/issues/${number}/comments`
        const answer = await handler?.({
          operationId: 'issues/list-comments',
          method: 'GET',
          parameters: new Map(),
          query,
          body: undefined,
          token: { kind: 'user', login: 'site-admin' },
          path,
          accept: 'application/json',
        })
        const listed = answer?.body as unknown as JsonObject[]
        comments.push(...listed)
        if (listed.length < 100) return comments as unknown as CommentData[]
      }
    },
    readBranchFile: (branch, path) => git.readFile(branch, path),
    refSha: (ref) => git.readRef(ref),
  }
}

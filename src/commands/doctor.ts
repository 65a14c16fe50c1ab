import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORMATS } from '../formats/registry.ts'
import { downloadArtifact } from '../github/artifacts.ts'
import { absentAsNull, createClient, type GitHubClient, hasStatus } from '../github/client.ts'
import { readPolicySource } from '../github/policy-source.ts'
import { proxyAwareFetch } from '../github/proxy.ts'
import { UserError } from '../model/errors.ts'
import type { Policy } from '../model/policy.ts'
import { name as named, type Text, text } from '../model/text.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { policyDoubts } from '../policy/policy-doubts.ts'
import { parsePolicy } from '../policy/policy-file.ts'
import { withoutRetired } from '../policy/retired.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readArtifactZip } from '../results/zip.ts'
import type { ArtifactContents, ListedArtifact } from '../setup/check-load-test.ts'
import { describeDiagnoses } from '../setup/diagnosis.ts'
import { examine } from '../setup/doctor.ts'
import { outputOf } from '../setup/program.ts'
import { slugOf } from '../setup/repository-facts.ts'
import { openStore } from '../storage/registry.ts'
import { readArguments } from './arguments.ts'
import { print } from './print.ts'
import type { Usage } from './usage.ts'

const WORKFLOWS = '.github/workflows'

export const USAGE = {
  guide: 'docs/required-check.md',
  calls: [''],
  flags: {
    repo: { type: 'string', value: 'OWNER/NAME', says: 'the repository; default: that of this folder' },
  },
  exitCodes: '0: the gate works. 1: it does not, or somebody can get around it. 2: nothing could be checked.',
} as const satisfies Usage

/** `perf-gate doctor` checks a repository. Exit code 1: the gate does not work, or somebody can get around it. */
export async function doctor(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, USAGE.flags)
  const here = await slugOf(process.cwd())
  const slug = values.repo ?? process.env.GITHUB_REPOSITORY ?? here
  const client = await connect(slug, process.env)
  const { data: repository } = await readRepository(client)
  const isHere = here !== null && here === slug
  const diagnoses = await examine({
    client,
    defaultBranch: repository.default_branch,
    isPublic: !repository.private,
    workflows: isHere ? await workflowsOnDisk() : await workflowsOfBranch(client),
    readPolicy: async (path) => {
      const { policy, text, note } = await readPolicy(client, path, repository.default_branch)
      const doubts = text === null ? [] : policyDoubts(text, path, isHere ? await filesOnDisk() : null)
      return { label: policy.override.label, isThere: policy.source !== null, isEnforced: policy.enforce, note, doubts }
    },
    loadBaseline: async ({ name, baselineStore, policyPath }) => {
      const lookup = await openStore(baselineStore, { ...client, gateName: name }).load()
      // The check of the policy reports the problems of the policy.
      const { policy } = await readPolicy(client, policyPath, repository.default_branch).catch(() => NO_POLICY)
      return withoutRetired(lookup, { runs: [], refusals: [] }, policy)
    },
    readArtifact: (artifact) => readArtifact(client, artifact, repository.name.toLowerCase()),
    now: new Date(),
  })
  print(describeDiagnoses(`${client.owner}/${client.repo}`, diagnoses))
  return diagnoses.some(({ state }) => state === 'problem') ? 1 : 0
}

async function connect(slug: string | null, env: NodeJS.ProcessEnv): Promise<GitHubClient> {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(slug ?? '')
  if (match === null) {
    const found = slug === null ? 'There is no remote called origin here' : `${JSON.stringify(slug)} is not OWNER/NAME`
    throw new UserError(`${found}. Name the repository: perf-gate doctor --repo owner/name`)
  }
  const [, owner = '', repo = ''] = match
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || (await outputOf('gh', ['auth', 'token']))
  if (!token) {
    throw new UserError(
      'There is no token. Log in with "gh auth login", or set GITHUB_TOKEN to a token that can read the repository.',
    )
  }
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  return createClient({ token, apiUrl, owner, repo, fetch: await proxyAwareFetch(env) })
}

async function readRepository({ octokit, owner, repo }: GitHubClient) {
  try {
    return await octokit.rest.repos.get({ owner, repo })
  } catch (error) {
    if (!hasStatus(error, 401, 403, 404)) {
      const why = error instanceof Error ? error.message : String(error)
      const { baseUrl } = octokit.request.endpoint.DEFAULTS
      throw new UserError(`GitHub did not answer at ${baseUrl}: ${why}. Check the connection and GITHUB_API_URL.`, {
        cause: error,
      })
    }
    throw new UserError(
      `GitHub does not show ${owner}/${repo} to this token (${error.status}). Check the name, and that the token can read the repository.`,
      { cause: error },
    )
  }
}

/** Checks the checkout in which the command is called, so a change can be checked before it is pushed. */
async function workflowsOnDisk(): Promise<ReadonlyMap<string, string>> {
  const folder = join((await outputOf('git', ['rev-parse', '--show-toplevel'])) ?? '', WORKFLOWS)
  const names = (await readdir(folder).catch(() => [])).filter(isWorkflow).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(names.map((name, index) => [`${WORKFLOWS}/${name}`, texts[index] ?? '']))
}

async function workflowsOfBranch({ octokit, owner, repo }: GitHubClient): Promise<ReadonlyMap<string, string>> {
  const listing = await absentAsNull(octokit.rest.repos.getContent({ owner, repo, path: WORKFLOWS }))
  const files = Array.isArray(listing?.data) ? listing.data.filter(({ name }) => isWorkflow(name)) : []
  const texts = new Map<string, string>()
  for (const { path } of files) {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path })
    if (!Array.isArray(data) && data.type === 'file')
      texts.set(path, Buffer.from(data.content, 'base64').toString('utf8'))
  }
  return texts
}

function isWorkflow(name: string): boolean {
  return /\.ya?ml$/.test(name)
}

/** The files that Git has in the checkout. null: Git does not say. */
async function filesOnDisk(): Promise<readonly string[] | null> {
  const listed = await outputOf('git', ['ls-files', '-z', '--full-name', ':/'])
  return listed?.split('\0').filter((path) => path !== '') ?? null
}

/** `text`: of the file; null: there is none. */
type FoundPolicy = Readonly<{ policy: Policy; text: string | null; note: Text | null }>

const NO_POLICY: FoundPolicy = { policy: defaultPolicy({}), text: null, note: null }

async function readPolicy(client: GitHubClient, path: string, branch: string): Promise<FoundPolicy> {
  const { file, note } = await readPolicySource(client, path, `refs/heads/${branch}`)
  return {
    policy: file === null ? defaultPolicy({}) : parsePolicy(file.text, file.source, {}),
    text: file?.text ?? null,
    note,
  }
}

async function readArtifact(
  client: GitHubClient,
  artifact: ListedArtifact,
  defaultService: string,
): Promise<ArtifactContents> {
  const download = await downloadArtifact(client, artifact)
  if (download.kind === 'expired') return { runs: 0, refusals: [text`the artifact has expired`] }
  if (download.kind === 'refused') return { runs: 0, refusals: [[download.problem]] }
  const { id, name, digest, workflowRunId } = artifact
  try {
    const bytes = Buffer.from(download.bytes)
    const files = await readArtifactZip(bytes, { id, name, digest, workflowRunId, runAttempt: null })
    const options = { formats: FORMATS, defaultService, defaultSide: 'candidate', defaultCommit: null } as const
    const { runs, refusals } = await collectRuns(files, options)
    return { runs: runs.length, refusals: refusals.map(({ path, problem }) => text`${named(path)}: ${problem}`) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { runs: 0, refusals: [error.whole] }
  }
}

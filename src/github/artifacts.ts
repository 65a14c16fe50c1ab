import { createHash } from 'node:crypto'
import type { RestEndpointMethodTypes } from '@octokit/rest'
import picomatch from 'picomatch'
import { absentAsNull, type GitHubClient, hasStatus } from './client.ts'

/** One uploaded artifact, as the API lists it. The uploader chooses everything except the id. */
export type Artifact = Readonly<{
  id: number
  name: string
  sizeBytes: number
  expired: boolean
  /** `sha256:...`; null before upload-artifact v4. */
  digest: string | null
  workflowRunId: number
  /** The time of the upload. */
  createdAt: string
}>

export type Download =
  | Readonly<{ kind: 'downloaded'; bytes: Uint8Array }>
  | Readonly<{ kind: 'expired' }>
  | Readonly<{ kind: 'refused'; problem: string }>

/** The limit of the compressed artifact. Summaries have some kilobytes. The bytes are held in memory, and a runner has 7 GB. */
const DOWNLOAD_LIMIT_BYTES = 256 * 1024 ** 2

/** A GitHub Enterprise Server may keep artifacts in the storage of any provider: https://docs.github.com/en/enterprise-server/admin/managing-github-actions-for-your-enterprise/enabling-github-actions-for-github-enterprise-server */
const FOREIGN_HOST =
  'GitHub refers to a host that its artifacts do not come from. On GitHub Enterprise Server, download the results in an earlier step and name their folder in the input `results`'

/** A download may break off. The link to it is valid for a minute, so each try asks for a new link. */
const DOWNLOAD_TRIES = 3

/** Where GitHub keeps artifacts: https://docs.github.com/en/actions/reference/runners/self-hosted-runners#accessible-domains-by-function */
const STORAGE_HOSTS = ['.blob.core.windows.net', '.actions.githubusercontent.com']

/**
 * The artifacts of a workflow run whose names match a glob, of all its attempts, oldest first.
 * Throws when GitHub does not answer or does not know the run.
 */
export async function listArtifacts(
  client: GitHubClient,
  workflowRunId: number,
  pattern: string,
): Promise<readonly Artifact[]> {
  const { octokit, owner, repo } = client
  const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
    owner,
    repo,
    run_id: workflowRunId,
    per_page: PAGE_SIZE,
  })
  return matching(listed, pattern, () => workflowRunId).toSorted((left, right) => left.id - right.id)
}

/** The newest artifacts of the repository whose names match, and the time from which on the list is complete. */
export type NewestArtifacts = Readonly<{
  artifacts: readonly Artifact[]
  /** Every artifact that was uploaded at this time or later is in the list. null: the list may be incomplete at any time. */
  wholeSince: string | null
}>

const PAGE_SIZE = 100

/** One request. GitHub does not promise that the newest artifacts come first, so their order is checked. */
export async function listNewestArtifacts(client: GitHubClient, pattern: string): Promise<NewestArtifacts> {
  const { octokit, owner, repo } = client
  const { data } = await octokit.rest.actions.listArtifactsForRepo({ owner, repo, per_page: PAGE_SIZE })
  const listed = data.artifacts
  const isSorted = listed.every(({ id }, index) => id <= (listed[index - 1]?.id ?? Number.POSITIVE_INFINITY))
  const isAll = listed.length < PAGE_SIZE
  // The last artifact of a full page may have another of the same second on the next page, so that second is not complete.
  const last = listed.at(-1)?.created_at ?? null
  const wholeSince = isAll ? new Date(0).toISOString() : isSorted && last !== null ? secondAfter(last) : null
  return { artifacts: matching(listed, pattern, ({ workflow_run }) => workflow_run?.id ?? 0), wholeSince }
}

function secondAfter(time: string): string {
  return new Date(Date.parse(time) + 1000).toISOString()
}

type Listed = RestEndpointMethodTypes['actions']['listArtifactsForRepo']['response']['data']['artifacts'][number]

function matching(
  listed: readonly Listed[],
  pattern: string,
  runIdOf: (artifact: Listed) => number,
): readonly Artifact[] {
  const matches = picomatch(pattern)
  return listed
    .filter(({ name }) => matches(name))
    .map((artifact) => ({
      id: artifact.id,
      name: artifact.name,
      sizeBytes: artifact.size_in_bytes,
      expired: artifact.expired,
      digest: artifact.digest ?? null,
      workflowRunId: runIdOf(artifact),
      createdAt: artifact.created_at ?? '',
    }))
}

/** Oldest first. If the same bytes of the same part were uploaded several times, they are one measurement. */
export function distinctUploads<Upload extends Artifact & Readonly<{ part: string }>>(
  artifacts: readonly Upload[],
): readonly Upload[] {
  const sorted = artifacts.toSorted((left, right) => left.id - right.id)
  return sorted.filter(
    (artifact, index) =>
      artifact.digest === null ||
      !sorted.slice(0, index).some(({ digest, part }) => digest === artifact.digest && part === artifact.part),
  )
}

/**
 * The bytes of an artifact, checked against the size limit and its digest. A faulty artifact is returned as a value. If the API does not
 * answer, an error is thrown.
 */
export async function downloadArtifact(
  client: GitHubClient,
  artifact: Omit<Artifact, 'createdAt'>,
  limitBytes: number = DOWNLOAD_LIMIT_BYTES,
): Promise<Download> {
  if (artifact.expired) return { kind: 'expired' }
  if (artifact.sizeBytes > limitBytes) return tooLarge(limitBytes)
  for (let attempt = 1; ; attempt += 1) {
    const link = await downloadLink(client, artifact)
    if (typeof link !== 'string') return link
    const url = allowedDownloadUrl(link, client.octokit.request.endpoint.DEFAULTS.baseUrl)
    if (url === null) return { kind: 'refused', problem: FOREIGN_HOST }
    try {
      const download = await readBytes(client, url, limitBytes)
      return download.kind === 'downloaded' ? checkDigest(artifact, download) : download
    } catch (error) {
      if (attempt === DOWNLOAD_TRIES) throw error
    }
  }
}

/** The link to the artifact. Octokit would follow the redirect with the token and parse the answer, so `download` follows it instead. */
async function downloadLink(
  { octokit, owner, repo }: GitHubClient,
  { id }: Pick<Artifact, 'id'>,
): Promise<string | Download> {
  const request = { redirect: 'manual', parseSuccessResponseBody: false } as const
  const parameters = { owner, repo, artifact_id: id, archive_format: 'zip', request }
  try {
    const answer = await absentAsNull(octokit.rest.actions.downloadArtifact(parameters))
    if (answer === null) return { kind: 'refused', problem: 'it was deleted' }
    if (answer.data instanceof ReadableStream) await answer.data.cancel()
    const { location } = answer.headers
    return location ?? { kind: 'refused', problem: `GitHub answered ${answer.status} without a link` }
  } catch (error) {
    if (hasStatus(error, 410)) return { kind: 'expired' }
    throw error
  }
}

/**
 * The link, if it leads to GitHub's storage or to the host of the API (GitHub Enterprise Server). null: any other host.
 * The link carries a signature, so it is never printed.
 */
export function allowedDownloadUrl(link: string, apiUrl: string): URL | null {
  const url = URL.parse(link)
  if (url === null) return null
  const api = new URL(apiUrl)
  const isStorage = url.protocol === 'https:' && STORAGE_HOSTS.some((host) => url.hostname.endsWith(host))
  const isApiHost = url.protocol === api.protocol && url.hostname === api.hostname
  return isStorage || isApiHost ? url : null
}

/** A plain request without the token. Throws if the connection breaks, so that the caller can try again. */
async function readBytes({ fetch }: GitHubClient, url: URL, limitBytes: number): Promise<Download> {
  const response = await fetch(url, { redirect: 'manual' })
  if (response.status >= 500) throw new Error(`The storage of artifacts answered ${response.status}`)
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel()
    return { kind: 'refused', problem: `the storage of artifacts answered ${response.status}` }
  }
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body) {
    total += chunk.length
    // Leaving the loop cancels the download.
    if (total > limitBytes) return tooLarge(limitBytes)
    chunks.push(chunk)
  }
  return { kind: 'downloaded', bytes: Buffer.concat(chunks, total) }
}

function checkDigest(
  { digest }: Pick<Artifact, 'digest'>,
  download: Extract<Download, { kind: 'downloaded' }>,
): Download {
  if (digest === null) return download
  const actual = `sha256:${createHash('sha256').update(download.bytes).digest('hex')}`
  if (actual === digest) return download
  return {
    kind: 'refused',
    problem: `its bytes are not the ones that were uploaded: they have ${actual}, and GitHub says ${digest}`,
  }
}

function tooLarge(limitBytes: number): Download {
  return {
    kind: 'refused',
    problem: `it is larger than ${limitBytes} bytes. Upload summaries or digests instead of raw points`,
  }
}

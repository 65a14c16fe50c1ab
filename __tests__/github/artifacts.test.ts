import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import {
  type Artifact,
  allowedDownloadUrl,
  distinctUploads,
  downloadArtifact,
  listArtifacts,
  listNewestArtifacts,
} from '../../src/github/artifacts.ts'
import { INPUT_DEFAULTS } from '../../src/github/inputs.ts'
import { scriptGitHub } from './scripted-github.ts'

const AT = '2026-01-05T09:00:00Z'
const listed = (id: number, name: string, change: object = {}) => ({
  id,
  name,
  size_in_bytes: 4,
  expired: false,
  digest: `sha256:${id}`,
  created_at: AT,
  ...change,
})
const LIST = 'GET /actions/runs/9/artifacts?per_page=100'

describe('listArtifacts', () => {
  test('reads all pages, matches the whole name, and keeps every attempt', async () => {
    const link = '<https://api.github.test/repos/acme/shop/actions/runs/9/artifacts?per_page=100&page=2>; rel="next"'
    const { client, requests } = scriptGitHub({
      [LIST]: {
        headers: { link },
        body: { total_count: 4, artifacts: [listed(4, 'k6-results-cart'), listed(3, 'logs')] },
      },
      [`${LIST}&page=2`]: {
        body: {
          total_count: 4,
          artifacts: [listed(2, 'k6-results-cart', { expired: true, digest: null }), listed(1, 'old-k6-results')],
        },
      },
    })
    expect(await listArtifacts(client, 9, 'k6-results*')).toEqual([
      { id: 2, name: 'k6-results-cart', sizeBytes: 4, expired: true, digest: null, workflowRunId: 9, createdAt: AT },
      {
        id: 4,
        name: 'k6-results-cart',
        sizeBytes: 4,
        expired: false,
        digest: 'sha256:4',
        workflowRunId: 9,
        createdAt: AT,
      },
    ])
    expect(requests).toEqual([LIST, `${LIST}&page=2`])
  })

  test('takes both names of results where the workflow sets no pattern', async () => {
    const names = ['k6-results-shop', 'perf-results-shop', 'k6-results', 'perf-report', 'my-k6-results']
    const artifacts = names.map((name, index) => listed(index + 1, name))
    const { client } = scriptGitHub({ [LIST]: { body: { total_count: 5, artifacts } } })
    const found = await listArtifacts(client, 9, INPUT_DEFAULTS.artifacts ?? '')
    expect(found.map(({ name }) => name)).toEqual(['k6-results-shop', 'perf-results-shop', 'k6-results'])
  })
})

describe('listNewestArtifacts', () => {
  const NEWEST = 'GET /actions/artifacts?per_page=100'
  const newest = async (artifacts: readonly object[]) =>
    await listNewestArtifacts(
      scriptGitHub({ [NEWEST]: { body: { total_count: 500, artifacts } } }).client,
      'k6-results*',
    )
  const page = (change: (index: number) => object) =>
    Array.from({ length: 100 }, (_, index) => listed(200 - index, 'k6-results', change(index)))

  test('names the run of each artifact', async () => {
    const { artifacts, wholeSince } = await newest([
      listed(2, 'k6-results', { workflow_run: { id: 31 } }),
      listed(1, 'logs', { workflow_run: { id: 30 } }),
    ])
    expect(artifacts.map(({ id, workflowRunId }) => [id, workflowRunId])).toEqual([[2, 31]])
    expect(wholeSince).toBe('1970-01-01T00:00:00.000Z')
  })

  test('a full page is complete only after the time of its last artifact', async () => {
    const minute = (index: number) => String(59 - Math.floor(index / 2)).padStart(2, '0')
    const { wholeSince } = await newest(page((index) => ({ created_at: `2026-01-05T09:${minute(index)}:00Z` })))
    expect(wholeSince).toBe('2026-01-05T09:10:01.000Z')
  })

  test('a full page in another order is not used', async () => {
    const { wholeSince } = await newest(page(() => ({})).toReversed())
    expect(wholeSince).toBeNull()
  })
})

test('the same bytes of the same part are one measurement, whatever the attempt', () => {
  const upload = (id: number, part: string, bytes: string | null) => {
    return { ...ARTIFACT, createdAt: AT, id, part, digest: bytes }
  }
  const uploads = [upload(4, 'b', 'same'), upload(3, 'a', 'other'), upload(2, 'a', 'same'), upload(1, 'a', 'same')]
  expect(distinctUploads(uploads).map(({ id }) => id)).toEqual([1, 3, 4])
  expect(distinctUploads([upload(2, 'a', null), upload(1, 'a', null)])).toHaveLength(2)
})

const BYTES = Buffer.from('PK..')
const digest = `sha256:${createHash('sha256').update(BYTES).digest('hex')}`
const ARTIFACT: Omit<Artifact, 'createdAt'> = {
  id: 5,
  name: 'k6-results',
  sizeBytes: 4,
  expired: false,
  digest,
  workflowRunId: 9,
}
const ZIP = 'GET /actions/artifacts/5/zip'
const STORAGE = 'https://results.blob.core.windows.net/a?sig=secret'
const redirect = (location: string) => ({ status: 302, headers: { location } })

describe('downloadArtifact', () => {
  test('returns the bytes, and does not send the token to the storage', async () => {
    const { client, requests, sent } = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: { bytes: BYTES } })
    expect(await downloadArtifact(client, ARTIFACT)).toEqual({ kind: 'downloaded', bytes: BYTES })
    expect(requests).toEqual([ZIP, `GET ${STORAGE}`])
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['token ghs_secret', null])
  })

  test('does not parse JSON that was uploaded', async () => {
    const json = Buffer.from('{"metrics": {}}')
    const answer = { bytes: json, headers: { 'content-type': 'application/json' } }
    const { client } = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: answer })
    expect(await downloadArtifact(client, { ...ARTIFACT, digest: null })).toEqual({ kind: 'downloaded', bytes: json })
  })

  test('refuses other bytes than the ones that were uploaded', async () => {
    const { client } = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: { bytes: Buffer.from('evil') } })
    expect(await downloadArtifact(client, ARTIFACT)).toEqual({
      kind: 'refused',
      problem:
        'its bytes are not the ones that were uploaded: they have sha256:b5c1fb2efc6d6b4674c2fdcc48ce01b43a3b7c03763c0c3355de0099ee0f8c73, ' +
        `and GitHub says ${digest}`,
    })
  })

  test('stops reading at the limit, whatever size the list gives', async () => {
    const { client } = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: { bytes: Buffer.alloc(11) } })
    const refused = {
      kind: 'refused',
      problem: 'it is larger than 10 bytes. Upload summaries or digests instead of raw points',
    }
    expect(await downloadArtifact(client, ARTIFACT, 10)).toEqual(refused)
  })

  test('does not download an artifact that the list calls too large or expired', async () => {
    const { client, requests } = scriptGitHub({})
    expect(await downloadArtifact(client, { ...ARTIFACT, sizeBytes: 11 }, 10)).toMatchObject({ kind: 'refused' })
    expect(await downloadArtifact(client, { ...ARTIFACT, expired: true })).toEqual({ kind: 'expired' })
    expect(requests).toEqual([])
  })

  test.each([
    ['410', { status: 410, body: { message: 'Artifact has expired' } }, { kind: 'expired' }],
    ['404', { status: 404, body: { message: 'Not Found' } }, { kind: 'refused', problem: 'it was deleted' }],
    [
      '200 without a link',
      { status: 200, body: {} },
      { kind: 'refused', problem: 'GitHub answered 200 without a link' },
    ],
    [
      'a link elsewhere',
      redirect('https://evil.test/a'),
      { kind: 'refused', problem: expect.stringMatching(/^GitHub refers to a host .* input `results`$/) },
    ],
    [
      'no address',
      redirect('zip'),
      { kind: 'refused', problem: expect.stringMatching(/^GitHub refers to a host .* input `results`$/) },
    ],
  ])('has a name for %s', async (_, answer, download) => {
    const { client } = scriptGitHub({ [ZIP]: answer })
    expect(await downloadArtifact(client, ARTIFACT)).toEqual(download)
  })

  test('follows no second redirect', async () => {
    const { client } = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: redirect('https://evil.test/a') })
    expect(await downloadArtifact(client, ARTIFACT)).toEqual({
      kind: 'refused',
      problem: 'the storage of artifacts answered 302',
    })
  })

  test('the request to the storage itself does not follow', async () => {
    const reached: string[] = []
    const server = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.writeHead(request.url === '/link' ? 302 : 200, { location: '/elsewhere' }).end('x')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { client } = scriptGitHub({ [ZIP]: redirect('https://api.github.test/a') })
    const link = `http://127.0.0.1:${port}/link`
    const real = { ...client, fetch: (_: unknown, init?: RequestInit) => fetch(link, init) } as typeof client
    const download = await downloadArtifact(real, ARTIFACT)
    server.close()
    server.closeAllConnections()
    expect([download, reached]).toEqual([
      { kind: 'refused', problem: 'the storage of artifacts answered 302' },
      ['/link'],
    ])
  })

  test('asks for a new link when the connection breaks, three times', async () => {
    const broken = new TypeError('terminated')
    const { client, requests } = scriptGitHub({
      [ZIP]: redirect(STORAGE),
      [`GET ${STORAGE}`]: [broken, { status: 503 }, { bytes: BYTES }],
    })
    expect(await downloadArtifact(client, ARTIFACT)).toEqual({ kind: 'downloaded', bytes: BYTES })
    expect(requests).toHaveLength(6)
    const down = scriptGitHub({ [ZIP]: redirect(STORAGE), [`GET ${STORAGE}`]: broken })
    await expect(downloadArtifact(down.client, ARTIFACT)).rejects.toThrow('terminated')
  })
})

describe('allowedDownloadUrl', () => {
  const api = 'https://api.github.com'
  test.each([
    ['https://x.blob.core.windows.net/a', api],
    ['https://pipelines.actions.githubusercontent.com/a', api],
    ['https://ghe.test/_storage/a', 'https://ghe.test/api/v3'],
    ['http://127.0.0.1:9999/a', 'http://127.0.0.1:8080'],
  ])('allows %s for %s', (link, apiUrl) => {
    expect(allowedDownloadUrl(link, apiUrl)?.href).toBe(link)
  })

  test.each([
    ['http://x.blob.core.windows.net/a', api],
    ['https://blob.core.windows.net.evil.test/a', api],
    ['https://evil.test/.blob.core.windows.net', api],
    ['https://evilblob.core.windows.net@evil.test/', api],
    ['http://api.github.com/a', api],
    ['http://169.254.169.254/latest', 'http://127.0.0.1:8080'],
    ['file:///etc/passwd', api],
    ['', api],
  ])('refuses %s for %s', (link, apiUrl) => {
    expect(allowedDownloadUrl(link, apiUrl)).toBeNull()
  })
})

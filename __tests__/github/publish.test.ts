import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { type Publication, publish } from '../../src/github/publish.ts'
import { markerLine, parseMarker } from '../../src/report/marker.ts'
import type { Permissions } from '../e2e/github/permissions.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'

const MISSING = (operation: string, line: string) =>
  `Could not ${operation}: GitHub refuses it to this token (403). Add this line to the job's \`permissions:\` block: \`${line}\`. ` +
  'In a pull request from a fork the token can only read, whatever the block says.'

describe('publish', () => {
  let github: GitHub
  let headSha: string
  let pullRequest: number
  let written: string[]

  beforeEach(async () => {
    github = await startGitHub()
    await github.pushCommit({ branch: 'main', files: { 'a.txt': '1' } })
    headSha = await github.pushCommit({ branch: 'faster', from: 'main', files: { 'a.txt': '2' } })
    pullRequest = await github.openPull({ head: 'faster', base: 'main', author: 'alice' })
    written = []
  })

  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })

  const files = {
    setOutput: (name: string, value: string) => void written.push(`${name}=${value}`),
    writeSummary: async (markdown: string) => void written.push(markdown),
  }

  function post(change: Partial<Publication> = {}, runnerFiles = files) {
    const client = createClient({ ...github, secondMs: 0 })
    const marker = markerLine({ name: 'perf-gate', sha: headSha, run: '100' })
    const publication: Publication = {
      outputs: new Map([
        ['outcome', 'fail'],
        ['blocked', 'true'],
      ]),
      summary: '# Report',
      shortSummary: '# Short',
      comments: [
        {
          pullRequest,
          headSha,
          body: `${marker}\nslow`,
          parseMarker,
          mayCreate: true,
          isWanted: true,
          isStillTrueFor: () => true,
        },
      ],
      status: {
        context: 'perf-gate',
        sha: headSha,
        state: 'failure',
        description: 'p95 +8.3 %',
        targetUrl: 'https://github.com/x',
      },
      ...change,
    }
    return publish(client, publication, runnerFiles).then(({ warnings }) => warnings)
  }

  const states = () => github.statusesOf(headSha).map(({ context, state }) => `${context}: ${state}`)

  test('writes outputs, summary, status and comment', async () => {
    expect(await post()).toEqual([])
    expect(written).toEqual(['outcome=fail', 'blocked=true', '# Report'])
    expect(states()).toEqual(['perf-gate: failure'])
    expect(await github.commentsOf(pullRequest)).toHaveLength(1)
    expect(github.journal).toHaveLength(7)
  })

  test.each<[string, Permissions, string]>([
    [
      'the comment',
      { statuses: 'write', 'pull-requests': 'read' },
      MISSING('post the comment', 'pull-requests: write'),
    ],
    ['the status', { statuses: 'read', 'pull-requests': 'write' }, MISSING('set the commit status', 'statuses: write')],
  ])('goes on without %s, and names the permission', async (what, permissions, warning) => {
    github.setPermissions(permissions)
    expect(await post()).toEqual([warning])
    expect(written).toEqual(['outcome=fail', 'blocked=true', '# Report'])
    expect(states()).toEqual(what === 'the status' ? [] : ['perf-gate: failure'])
    expect(await github.commentsOf(pullRequest)).toHaveLength(what === 'the comment' ? 0 : 1)
  })

  test('after a newer push, only the status of the old commit is written', async () => {
    const happens = async () => void (await github.pushToPull(pullRequest, { 'a.txt': '3' }))
    github.faults.push({ method: 'POST', path: /\/statuses\//, effect: { kind: 'meanwhile', happens } })
    expect(await post()).toEqual([])
    expect(states()).toEqual(['perf-gate: failure'])
    expect(await github.commentsOf(pullRequest)).toEqual([])
  })

  test('goes on when the summary cannot be written', async () => {
    const broken = { ...files, writeSummary: () => Promise.reject(new Error('EACCES')) }
    expect(await post({}, broken)).toEqual(['Could not write for the runner: EACCES'])
    expect(states()).toEqual(['perf-gate: failure'])
  })

  test('goes on when GitHub is down', async () => {
    const effect = { kind: 'answer', status: 500, body: { message: 'Down' } } as const
    github.faults.push({ method: 'POST', path: /\/statuses\//, times: 4, effect })
    expect(await post({ comments: [] })).toEqual([
      'Could not set the commit status: GitHub did not answer as it should (500). It said: Down. Run this job again in some minutes.',
    ])
    expect(github.faults.pending()).toBe(0)
  })

  test('writes the short summary if GitHub would not show the long one', async () => {
    await post({ summary: 'ü'.repeat(512 * 1024), comments: [], status: null })
    await post({ summary: 'ü'.repeat(512 * 1024 + 1), comments: [], status: null })
    expect(written.filter((text) => !text.includes('=')).map((text) => text.length)).toEqual([
      512 * 1024,
      '# Short'.length,
    ])
    expect(github.journal).toEqual([])
  })
})

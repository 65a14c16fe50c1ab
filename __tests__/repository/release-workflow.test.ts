import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readRepositoryFile } from '../docs/markdown-page.ts'

type Step = Readonly<{ uses?: string; with?: Readonly<Record<string, unknown>>; run?: string }>
type Job = Readonly<{ permissions?: Readonly<Record<string, string>>; steps: readonly Step[] }>

const { jobs } = parse(readRepositoryFile('.github/workflows/release.yml')) as { jobs: Readonly<Record<string, Job>> }
const all = Object.values(jobs)

test('no checkout leaves a token on the disk, where later steps could read it', () => {
  const checkouts = all.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
  expect(checkouts.length).toBeGreaterThan(0)
  for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false })
})

test('the job that signs may not publish, and the job that publishes may not sign', () => {
  const mays = all.map(({ permissions = {} }) => [
    permissions.contents === 'write',
    permissions['id-token'] === 'write',
  ])
  expect(mays.filter(([publishes, signs]) => publishes && signs)).toEqual([])
  expect(mays.some(([publishes]) => publishes) && mays.some(([, signs]) => signs)).toBe(true)
})

test('the major version is a tag, not a branch that is pushed by force', () => {
  const texts = all.flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run])))
  expect(texts.filter((text) => /git push|refs\/heads/.test(text))).toEqual([])
  expect(texts.some((text) => text.includes('refs/tags/$major'))).toBe(true)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commitsBetween, hasCommit, webAddress, webAddressOf } from '../../src/setup/clone-history.ts'
import { writeClone } from '../history/sample.ts'

let folder: string
let commits: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-clone-'))
  commits = await writeClone(folder, 3)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

test('lists the commits after one and up to another, the newest first', async () => {
  const [from = '', , to = ''] = commits
  const between = await commitsBetween(folder, { from, to })
  expect(between?.map(({ subject }) => subject)).toEqual([
    'Merge pull request #2',
    'Refactor part 2',
    'Merge pull request #1',
    'Refactor part 1',
  ])
  expect(between?.[0]?.commit).toBe(to)
})

test('unknown commits and a reversed range give null', async () => {
  const [from = '', to = ''] = commits
  expect(await commitsBetween(folder, { from: 'e'.repeat(40), to })).toBeNull()
  expect(await commitsBetween(folder, { from: to, to: from })).toBeNull()
  expect(await commitsBetween(tmpdir(), { from, to })).toBeNull()
})

test('a commit of a store never becomes an option of Git', async () => {
  expect(await hasCommit(folder, '--version')).toBe(false)
  expect(await commitsBetween(folder, { from: '--output=x', to: commits[0] ?? '' })).toBeNull()
})

test('the address of the repository has no token in it', async () => {
  expect(await webAddressOf(folder)).toBe('https://github.com/octo-org/shop')
})

test.each([
  ['git@github.com:octo-org/shop.git', 'https://github.com/octo-org/shop'],
  ['ssh://git@ghes.example.com:2222/octo-org/shop.git', 'https://ghes.example.com/octo-org/shop'],
  ['https://github.com/octo-org/shop', 'https://github.com/octo-org/shop'],
  ['https://x-access-token:abc@github.com/octo-org/shop/', 'https://github.com/octo-org/shop'],
  ['https://ghes.example.com:8443/octo-org/shop.js.git', 'https://ghes.example.com:8443/octo-org/shop.js'],
  ['/srv/git/shop.git', null],
  ['../shop', null],
  ['javascript:alert(1)//a/b', null],
  ['https://github.com/a"onclick=/b', null],
  ['', null],
])('%s is %s on the web', (remote, address) => {
  expect(webAddress(remote)).toBe(address)
})

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'
import { saying } from '../saying.ts'
import { aStoredRun } from './stored-runs.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'perf-gate-store-'))
})

afterEach(() => rm(directory, { recursive: true }))

describe('the directory store', () => {
  test('leaves only the baseline files behind', async () => {
    await openDirectoryStore(directory).append([aStoredRun(), aStoredRun({ service: 'cart' })])
    await openDirectoryStore(directory).append([aStoredRun()])
    expect(await readdir(directory, { recursive: true })).toEqual(['v1', 'v1/cart.ndjson', 'v1/checkout.ndjson'])
  })

  test('writes nothing while another process holds a file, and says what to do', async () => {
    await openDirectoryStore(directory).append([aStoredRun()])
    const before = await readFile(join(directory, 'v1/checkout.ndjson'), 'utf8')
    await writeFile(join(directory, 'v1/checkout.ndjson.lock'), '')
    const attempts: number[] = []
    const store = openDirectoryStore(directory, async (attempt) => attempts.push(attempt) < 3)
    const append = store.append([aStoredRun({ service: 'cart' }), aStoredRun({ artifactId: 2 })])
    await expect(append).rejects.toThrow(UserError)
    await expect(append).rejects.toThrow('delete the .lock file and try again')
    expect(attempts).toEqual([1, 2, 3])
    expect(await readdir(join(directory, 'v1'))).toEqual(['checkout.ndjson', 'checkout.ndjson.lock'])
    expect(await readFile(join(directory, 'v1/checkout.ndjson'), 'utf8')).toBe(before)
  })

  test('reads past locks and notes, but not past a file with a wrong name', async () => {
    await openDirectoryStore(directory).append([aStoredRun()])
    await mkdir(join(directory, 'v1/folder'))
    for (const name of ['cart.ndjson.lock', 'README.md', '.hidden.ndjson'])
      await writeFile(join(directory, 'v1', name), '')
    const found = await openDirectoryStore(directory).load()
    expect(found.kind === 'found' && [...found.services.keys()]).toEqual(['checkout'])
    await writeFile(join(directory, 'v1/Cart.ndjson'), '')
    expect(await openDirectoryStore(directory).load()).toEqual({
      kind: 'unreadable',
      place: directory,
      file: 'v1/Cart.ndjson',
      problem: saying('Its name is not the name of a service.'),
    })
  })
})

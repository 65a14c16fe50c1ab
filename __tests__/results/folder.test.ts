import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { readFolder } from '../../src/results/folder.ts'
import { fixtureBytes } from '../formats/read-fixture.ts'
import { saying } from '../saying.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'perf-gate-folder-'))
})
afterEach(() => rmSync(root, { recursive: true }))

async function text(file: ResultFile | undefined): Promise<string> {
  const decoder = new TextDecoder()
  let whole = ''
  for await (const chunk of file?.open() ?? []) whole += decoder.decode(chunk)
  return whole
}

test('all files below a folder, gzip decompressed, readable twice', async () => {
  mkdirSync(join(root, 'a', 'run-1'), { recursive: true })
  writeFileSync(join(root, 'a', 'run-1', 'points.ndjson'), gzipSync('hello'))
  writeFileSync(join(root, 'b.json'), '{}')
  const files = await readFolder(root)
  expect(files.map(({ path }) => path)).toEqual(['a/run-1/points.ndjson', 'b.json'])
  expect([await text(files[0]), await text(files[0]), await text(files[1])]).toEqual(['hello', 'hello', '{}'])
})

test('one file is one result, called by its name', async () => {
  writeFileSync(join(root, 'b.json'), '{}')
  expect((await readFolder(join(root, 'b.json'))).map(({ path }) => path)).toEqual(['b.json'])
})

test('a path that does not exist is an error that names it', async () => {
  await expect(readFolder(join(root, 'nope'))).rejects.toThrow(/nope does not exist/)
})

test('a file that the system cannot read is refused, and the others are read', async () => {
  const summary = fixtureBytes('mask.0.summary-export.k6-v2.2.0.json')
  for (const number of [1, 2]) {
    mkdirSync(join(root, `run-${number}`))
    writeFileSync(join(root, `run-${number}`, 'summary.json'), summary)
  }
  const files = await readFolder(root)
  rmSync(join(root, 'run-2', 'summary.json'))
  const options = {
    formats: FORMATS,
    defaultService: 'checkout',
    defaultSide: 'candidate',
    defaultCommit: null,
  } as const
  const { runs, refusals } = await collectRuns(files, options)
  expect(runs.map(({ source }) => source.path)).toEqual(['run-1'])
  const problem = saying('The file cannot be read (`ENOENT`). Check that it exists and that this user may read it.')
  expect(refusals).toMatchObject([{ path: 'run-2/summary.json', problem }])
})

test('a symbolic link that leaves the folder is refused, one inside is followed', async () => {
  mkdirSync(join(root, 'in'))
  writeFileSync(join(root, 'outside.json'), '{"secret":1}')
  writeFileSync(join(root, 'in', 'a.json'), '{}')
  symlinkSync('a.json', join(root, 'in', 'b.json'))
  expect((await readFolder(join(root, 'in'))).map(({ path }) => path)).toEqual(['a.json', 'b.json'])
  symlinkSync('../outside.json', join(root, 'in', 'c.json'))
  await expect(readFolder(join(root, 'in'))).rejects.toThrow(/symbolic link .*c\.json leads out/)
})

test('a dangling link and a link to a folder are refused', async () => {
  symlinkSync('nowhere', join(root, 'a'))
  await expect(readFolder(root)).rejects.toThrow(/leads out of the results folder or to nothing/)
  rmSync(join(root, 'a'))
  mkdirSync(join(root, 'x'))
  symlinkSync('x', join(root, 'y'))
  await expect(readFolder(root)).rejects.toThrow(/neither a file nor a folder/)
})

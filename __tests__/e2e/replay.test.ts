import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'
import { ACCEPTED_STEP, ONE_SPIKE } from '../replay/stores.ts'
import { type CliResult, runCli } from './run-cli.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-replay-'))
  for (const [name, found] of [
    ['spike', ONE_SPIKE],
    ['accepted', ACCEPTED_STEP],
  ] as const) {
    await openDirectoryStore(join(folder, name)).append([...found.services.values()].flat(), found.ledger ?? [])
  }
  await writeFile(join(folder, 'ten.yml'), 'version: 1\ndefaults: { max-regression: 10% }\n')
  await writeFile(join(folder, 'three.yml'), 'version: 1\ndefaults: { max-regression: 3% }\n')
  await writeFile(join(folder, 'misspelt.yml'), 'version: 1\nservcies: {}\n')
  await mkdir(join(folder, 'damaged/v1'), { recursive: true })
  await writeFile(join(folder, 'damaged/v1/checkout.ndjson'), '{"cut')
  await mkdir(join(folder, 'empty'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function replay(...args: readonly string[]): Promise<CliResult> {
  return await runCli(['replay', ...args], { folder })
}

test('a looser policy beside the default one', async () => {
  const result = await replay('--store', 'spike', '--policy', 'ten.yml')
  expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  expect(result.stdout).toContain(
    '**`ten.yml` would have blocked none of 29 pushes.** The default policy would have blocked 1 of 29 pushes; it was not overridden.',
  )
})

test('settings for a service that the store does not have are said', async () => {
  await writeFile(join(folder, 'other.yml'), 'version: 1\nservices: { chekout: {}, "che*": {}, "pay*": {} }\n')
  const { stdout } = await replay('--store', 'spike', '--policy', 'other.yml')
  expect(stdout).toContain('`other.yml` has settings for `chekout` and `pay*`, and the store has no such service.')
})

test('two policies, with what people accepted, and the same report in files', async () => {
  const files = ['--markdown', 'out/replay.md', '--json', 'out/replay.json']
  const result = await replay('--store', 'accepted', '--policy', 'three.yml', '--against', 'ten.yml', ...files)
  expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await readFile(join(folder, 'out/replay.md'), 'utf8')).toBe(result.stdout)
  expect(result.stdout).toContain('**`three.yml` would have blocked 3 of 29 pushes; 1 of those was overridden.**')
  expect(result.stdout).toContain('`ten.yml` would have blocked 1 of 29 pushes; it was overridden.')
  const json = JSON.parse(await readFile(join(folder, 'out/replay.json'), 'utf8'))
  expect(json).toMatchObject({
    schemaVersion: 1,
    proposed: { source: 'three.yml', judged: 29, blocked: 3, overridden: 1 },
    against: { source: 'ten.yml', judged: 29, blocked: 1, overridden: 1 },
  })
  expect(json.proposed.pushes[15]).toMatchObject({
    commit: 'c15',
    accepted: { by: 'mona', reason: 'new | tax rules', pullRequest: 7 },
    blockers: [{ service: 'checkout', stat: 'p95', rule: 'regressed' }],
  })
})

test.each([
  ['no store', ['--policy', 'ten.yml'], '--store is missing'],
  ['no policy', ['--store', 'spike'], '--policy is missing'],
  ['a folder that is not there', ['--store', 'gone', '--policy', 'ten.yml'], 'There is no store in gone'],
  ['an empty folder', ['--store', 'empty', '--policy', 'ten.yml'], 'There is no store in empty'],
  ['a damaged store', ['--store', 'damaged', '--policy', 'ten.yml'], 'v1/checkout.ndjson'],
  ['a policy that is not there', ['--store', 'spike', '--policy', 'gone.yml'], 'gone.yml cannot be read'],
  [
    'a second policy that is not there',
    ['--store', 'spike', '--policy', 'ten.yml', '--against', 'gone.yml'],
    '--against.',
  ],
  ['a misspelt policy', ['--store', 'spike', '--policy', 'misspelt.yml'], 'servcies'],
  ['a misspelt second policy', ['--store', 'spike', '--policy', 'ten.yml', '--against', 'misspelt.yml'], 'servcies'],
])('%s ends with exit code 2', async (_, args, words) => {
  const { exitCode, stdout, stderr } = await replay(...args)
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(words)
})

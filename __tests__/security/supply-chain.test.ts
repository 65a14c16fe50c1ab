import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ROOT, readRepositoryFile } from '../docs/markdown-page.ts'
import { node24 } from '../e2e/runner/job-environment.ts'

/** Licences that let anyone bundle the code, with the text in dist/licenses.txt. */
const ALLOWED = [
  'MIT',
  '(MIT)',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  '(MIT AND Zlib)',
  '(MIT OR Apache-2.0)',
  'Zlib',
  'BlueOak-1.0.0',
]

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-gate-build-'))
  for (const name of ['one', 'two'])
    execFileSync(node24(), ['scripts/build.ts', join(folder, name)], { cwd: ROOT, stdio: 'ignore' })
}, 120_000)

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Every file of a build with its hash. */
function hashes(name: string): readonly string[] {
  const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files
    .map(({ parentPath, name: file }) => {
      const bytes = readFileSync(join(parentPath, file))
      return `${join(parentPath, file).slice(join(folder, name).length)} ${createHash('sha256').update(bytes).digest('hex')}`
    })
    .sort()
}

test('two builds are the same bytes', () => {
  expect(hashes('one').length).toBeGreaterThan(3)
  expect(hashes('two')).toEqual(hashes('one'))
})

test('only licences of the list, each with its text', () => {
  const packages = readFileSync(join(folder, 'one/licenses.txt'), 'utf8').split(/^---$/m)
  expect(packages.length).toBeGreaterThan(5)
  const foreign = packages.filter((text) => !ALLOWED.includes(/^License: (.+?)\r?$/m.exec(text)?.[1] ?? ''))
  expect(foreign.map((text) => text.trim().slice(0, 200))).toEqual([])
})

test('every package that the sources ask for is in the list of licences', () => {
  const licences = readFileSync(join(folder, 'one/licenses.txt'), 'utf8')
  const { dependencies } = JSON.parse(readRepositoryFile('package.json')) as { dependencies: Record<string, string> }
  expect(Object.keys(dependencies).filter((name) => !licences.includes(`Name: ${name}`))).toEqual([])
})

test('the action needs no install: it starts from dist/, and its package has no install scripts', () => {
  expect(readRepositoryFile('action.yml')).toMatch(/main: dist\/index\.js/)
  const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> }
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([])
  const index = readFileSync(join(folder, 'one/index.js'), 'utf8')
  const imported = [...index.matchAll(/^import .* from "([^"]+)"/gm)].map(([, from = '']) => from)
  expect(
    imported.filter((from) => !from.startsWith('.') && !from.startsWith('node:') && !/^[a-z_/]+$/.test(from)),
  ).toEqual([])
})

test('the SBOM can be made from the lock file, and names what is bundled', () => {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { bomFormat, components } = JSON.parse(text) as { bomFormat: string; components: { name: string }[] }
  expect(bomFormat).toBe('CycloneDX')
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['yauzl', 'zod']))
})

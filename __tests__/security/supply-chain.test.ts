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
  '(Apache-2.0 AND BSD-3-Clause)',
  '(MIT OR Apache-2.0)',
  'Zlib',
  'BlueOak-1.0.0',
]

/** Published without the text of its licence, Apache-2.0, which stands in the list below another package. */
const WITHOUT_TEXT = ['@assemblyscript/loader', '@bufbuild/protobuf']

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

/** The entries of licenses.txt: name, licence, and what stands below. */
function licensed(text: string): readonly Readonly<{ name: string; license: string; text: string }>[] {
  return text.split(/^---$/m).map((entry) => ({
    name: /^Name: (.+?)\r?$/m.exec(entry)?.[1] ?? '',
    license: /^License: (.+?)\r?$/m.exec(entry)?.[1] ?? '',
    text: entry
      .split(/^License (?:Text|Copyright):\s*$/m)
      .slice(1)
      .join('')
      .replaceAll(/[=\s]/g, ''),
  }))
}

const foreign = (text: string) => licensed(text).filter(({ license }) => !ALLOWED.includes(license))

/** The packages whose code is in a build: the bundler writes the path of each module above it. */
function bundled(name: string): ReadonlySet<string> {
  const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  const code = files.map((file) => readFileSync(join(folder, name, file), 'utf8')).join('\n')
  const paths = [...code.matchAll(/^\s*\/\/(?:#region)? (\S*node_modules\/\S+)/gm)].map(([, path = '']) => path)
  return new Set(paths.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path))
}

test('only licences of the list, each with its text', () => {
  const text = readFileSync(join(folder, 'one/licenses.txt'), 'utf8')
  expect(licensed(text).length).toBeGreaterThan(20)
  expect(foreign(text)).toEqual([])
  expect(
    licensed(text)
      .filter((entry) => entry.text === '')
      .map(({ name }) => name),
  ).toEqual(WITHOUT_TEXT)
})

test('a licence that is not on the list is noticed', () => {
  expect(foreign('Name: a\nLicense: GPL-3.0-only\n---\nName: b\nLicense: MIT\n').map(({ name }) => name)).toEqual(['a'])
  expect(foreign('Name: c\n').map(({ name }) => name)).toEqual(['c'])
})

test('every package whose code is in the bundle is in the list of licences, also those that others brought', () => {
  const names = new Set(licensed(readFileSync(join(folder, 'one/licenses.txt'), 'utf8')).map(({ name }) => name))
  const packages = [...bundled('one')]
  // Nobody here asks for these two: they came with others.
  expect(packages).toEqual(expect.arrayContaining(['bottleneck', 'd3-array']))
  expect(packages.length).toBeGreaterThan(20)
  expect(packages.filter((name) => !names.has(name))).toEqual([])
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

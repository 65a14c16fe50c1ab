import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

/* The import table of CONTRIBUTING.md is held by lint. Here lint is held: it must speak of each file that breaks the table. */

const root = fileURLToPath(new URL('../..', import.meta.url))

const FORBIDDEN: readonly [folder: string, specifier: string][] = [
  ['model', '../statistics/holm.ts'],
  ['model', 'node:fs'],
  ['statistics', '../policy/decide.ts'],
  ['statistics', 'node:crypto'],
  ['policy', '../statistics/holm.ts'],
  ['policy', '@actions/core'],
  ['policy/rules', '../../report/escape.ts'],
  ['report', '../policy/decide.ts'],
  ['report/sections', '../../github/client.ts'],
  ['formats', '../results/folder.ts'],
  ['formats', 'node:zlib'],
  ['results', '../policy/decide.ts'],
  ['results', '../github/client.ts'],
  ['storage', '../github/client.ts'],
  ['complexity', '../statistics/holm.ts'],
  ['complexity', '../formats/registry.ts'],
  ['history', '../report/escape.ts'],
  ['history', '../storage/join-copies.ts'],
  ['replay', '../report/escape.ts'],
  ['replay', '../storage/directory-store.ts'],
  ['statistics', '../replay/replay-store.ts'],
  ['storage', '../statistics/holm.ts'],
  ['github', '../policy/decide.ts'],
  ['github', '../gate.ts'],
  ['setup', '../github/comment.ts'],
  ['setup', '../report/escape.ts'],
  ['setup', '../results/folder.ts'],
  ['github', '../setup/program.ts'],
  ['results', '../commands/compare.ts'],
  ['measure', '../gate.ts'],
  ['measure', '../statistics/rerun-plan.ts'],
  ['measure', '../policy/decide.ts'],
  ['measure', '../setup/doctor.ts'],
  ['setup', '../measure/free-port.ts'],
  ['profiles', '../formats/registry.ts'],
  ['profiles/readers', '../../report/escape.ts'],
  ['profiles', 'node:zlib'],
  ['statistics', '../profiles/compare-profiles.ts'],
  ['traces', '../profiles/json.ts'],
  ['traces', '../formats/registry.ts'],
  ['traces/readers', 'node:zlib'],
  ['profiles', '../traces/registry.ts'],
  ['report', '../traces/compare-traces.ts'],
  ['report', '../profiles/compare-profiles.ts'],
  ['monitor', '../statistics/holm.ts'],
  ['monitor', 'node:fs'],
  ['monitor', '../report/escape.ts'],
  ['policy', '../monitor/files.ts'],
  ['prometheus', '../github/client.ts'],
  ['prometheus', '../policy/decide.ts'],
  ['report', '../prometheus/query.ts'],
  ['watch', '../report/escape.ts'],
  ['watch', '../github/client.ts'],
  ['watch', 'node:fs'],
  ['report', '../watch/looks.ts'],
]

const ALLOWED: readonly [folder: string, specifier: string][] = [
  ['statistics', '../model/run.ts'],
  ['policy/rules', '../../model/run.ts'],
  ['report/sections', '../escape.ts'],
  ['results', '../formats/registry.ts'],
  ['results', '../profiles/registry.ts'],
  ['storage', '../model/baseline.ts'],
  ['github', '../storage/store.ts'],
  ['replay', '../policy/decide.ts'],
  ['github', 'node:crypto'],
  ['setup', '../github/client.ts'],
  ['setup', '../github/permission-error.ts'],
  ['setup', 'node:os'],
  ['complexity', '../formats/csv-row.ts'],
  ['measure', '../results/folder.ts'],
  ['measure', '../formats/registry.ts'],
  ['measure', '../policy/strict-yaml.ts'],
  ['measure', '../setup/this-machine.ts'],
  ['measure', 'node:child_process'],
  ['monitor', '../policy/service-policy.ts'],
  ['prometheus', '../model/errors.ts'],
  ['prometheus', 'node:http'],
  ['profiles', '../statistics/holm.ts'],
  ['profiles/readers', '../../model/profile.ts'],
  ['traces', '../statistics/quantile.ts'],
  ['results', '../traces/read-traces.ts'],
]

const PURE_FOLDERS = [
  'model',
  'statistics',
  'policy',
  'replay',
  'complexity',
  'history',
  'report',
  'formats',
  'profiles',
  'traces',
  'monitor',
]
const IMPURE = ['Date.now()', 'new Date()', 'Math.random()', 'process.env', 'fetch("x")', 'console.log(1)']
const PURE = ["new Date('2026-01-01')", 'Math.max(1, 2)']

const imports = (
  [folder, specifier]: readonly [string, string],
  name: string,
): readonly [path: string, content: string] => [
  `src/${folder}/${name}.ts`,
  `import * as other from '${specifier}'\nexport const used = other\n`,
]
const expression = (folder: string, code: string, name: string): readonly [path: string, content: string] => [
  `src/${folder}/${name}.ts`,
  `export const value = ${code}\n`,
]

let folder: string
/** Path → the rules that Biome says are broken there. */
let broken: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-lint-'))
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'))
  await cp(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  await writeFile(join(folder, '.gitignore'), 'node_modules\n')
  const files = [
    ...FORBIDDEN.map((row, index) => imports(row, `forbidden-${index}`)),
    ...ALLOWED.map((row, index) => imports(row, `allowed-${index}`)),
    ...PURE_FOLDERS.flatMap((name) => IMPURE.map((code, index) => expression(name, code, `impure-${index}`))),
    ...PURE_FOLDERS.flatMap((name) => PURE.map((code, index) => expression(name, code, `pure-${index}`))),
  ]
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  broken = diagnosed(folder)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function diagnosed(cwd: string): ReadonlyMap<string, readonly string[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src']
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] }
  const found = new Map<string, string[]>()
  for (const { category, location } of diagnostics)
    found.set(location.path, [...(found.get(location.path) ?? []), category])
  return found
}

test.each(FORBIDDEN.map((row, index) => [...row, index] as const))('%s/ may not import %s', (name, _, index) => {
  expect(broken.get(`src/${name}/forbidden-${index}.ts`)).toContain('lint/style/noRestrictedImports')
})

test.each(ALLOWED.map((row, index) => [...row, index] as const))('%s/ may import %s', (name, _, index) => {
  expect(broken.get(`src/${name}/allowed-${index}.ts`) ?? []).not.toContain('lint/style/noRestrictedImports')
})

test.each(IMPURE.map((code, index) => [code, index] as const))('no pure folder may use %s', (_, index) => {
  const silent = PURE_FOLDERS.filter((name) => !broken.has(`src/${name}/impure-${index}.ts`))
  expect(silent).toEqual([])
})

test.each(PURE.map((code, index) => [code, index] as const))('every pure folder may use %s', (_, index) => {
  const noisy = PURE_FOLDERS.filter((name) => broken.has(`src/${name}/pure-${index}.ts`))
  expect(noisy).toEqual([])
})

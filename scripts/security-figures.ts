import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { corpusOf, PARSERS } from '../__tests__/fuzz/parsers.ts'
import { DATA, NAMES, ZIPS } from '../__tests__/security/artifacts.ts'
import { judgeInProcess } from '../__tests__/security/judge-in-process.ts'

/**
 * Computes the figures of docs/security.md: judges each hostile artifact in its own process, fuzzes each parser, removes each
 * defence, and plays each fault against the bundle in dist/. It ends with an error if one of them fails.
 *
 *   node scripts/security-figures.ts [SECONDS OF FUZZING, default 180]
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const page = `${root}docs/security.md`

type Cost = Readonly<{ name: string; isRead: boolean; peakMemoryBytes: number; cpuMs: number }>

const costs: Cost[] = []
for (const artifact of [...ZIPS, ...DATA]) {
  const { peakMemoryBytes, cpuMs } = await judgeInProcess(artifact)
  costs.push({ name: artifact.name, isRead: artifact.outcome === 'read', peakMemoryBytes, cpuMs })
  stdout.write(`${artifact.name}: ${Math.round(cpuMs)} ms, ${Math.round(peakMemoryBytes / 1e6)} MB\n`)
}

const fuzzing = execFileSync(execPath, [`${root}scripts/fuzz.ts`, '--seconds', argv[2] ?? '180'], { encoding: 'utf8' })
const [, executions = '', crashes = ''] = /(\d+) executions, (\d+) crashes/.exec(fuzzing) ?? []

const mutations = execFileSync(execPath, [`${root}scripts/mutations.ts`], { encoding: 'utf8' })
const [, caught = '', planned = '', threats = ''] =
  /(\d+) of (\d+) mutations caught, of (\d+) threats/.exec(mutations) ?? []
stdout.write(mutations)

const faults = countFaults()

/**
 * The number of faults that the fault tests inject, by kind. This function throws if a test fails, so each counted fault was
 * survived.
 */
function countFaults(): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-faults-'))
  const counted = join(folder, 'faults')
  try {
    const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
    const env = { ...process.env, COUNTED_FAULTS: counted }
    execFileSync(execPath, [...jest, '--config', 'jest.e2e.config.mjs', '__tests__/e2e/faults'], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    const kinds = readFileSync(counted, 'utf8').trimEnd().split('\n')
    return new Map(
      ['all', ...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => kind === 'all' || one === kind).length]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The number of rows in the table of threats. */
function threatsOnThePage(): number {
  return readFileSync(page, 'utf8').match(/^\| \d+ \|/gm)?.length ?? 0
}

function worst(of: (cost: Cost) => number): Cost {
  const [first] = costs.toSorted((left, right) => of(right) - of(left))
  if (first === undefined) throw new Error('There is no hostile artifact.')
  return first
}

const memory = worst((cost) => cost.peakMemoryBytes)
const refusing = worst(({ isRead, cpuMs }) => (isRead ? 0 : cpuMs))
const reading = worst(({ isRead, cpuMs }) => (isRead ? cpuMs : 0))
const kept = PARSERS.reduce((sum, parser) => sum + corpusOf(parser).length, 0)
const table = `| figure | value |
|---|---|
| hostile zips, hostile documents, hostile names | ${ZIPS.length}, ${DATA.length}, ${NAMES.length} |
| most memory of a whole process | ${Math.round(memory.peakMemoryBytes / 1e6)} MB: ${memory.name} |
| most processor time of a whole process that refuses | ${(refusing.cpuMs / 1000).toFixed(1)} s: ${refusing.name} |
| most processor time of one that reads | ${(reading.cpuMs / 1000).toFixed(1)} s: ${reading.name} |
| parsers that are fuzzed, inputs kept in the corpus | ${PARSERS.length}, ${kept} |
| executions, crashes | ${Number(executions).toLocaleString('en')}, ${crashes} |
| threats with a mutation that a test catches | ${threats} of ${threatsOnThePage()} (${caught} of ${planned} mutations) |
| faults put in and survived | ${faults.get('all')}, of them ${faults.get('kill')} killed jobs |`

const text = readFileSync(page, 'utf8')
writeFileSync(
  page,
  text.replace(/(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/, (_, start, end) => `${start}\n${table}\n\n${end}`),
)

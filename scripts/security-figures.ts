import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, execPath, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { corpusOf, PARSERS } from '../__tests__/fuzz/parsers.ts'
import { DATA, NAMES, ZIPS } from '../__tests__/security/artifacts.ts'
import { judgeInProcess } from '../__tests__/security/judge-in-process.ts'

/**
 * Makes the figures of docs/security.md: judges every hostile artifact in a process of its own, and fuzzes every parser.
 *
 *   node scripts/security-figures.ts [SECONDS OF FUZZING, default 60]
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const page = `${root}docs/security.md`

type Cost = Readonly<{ name: string; peakMemoryBytes: number; cpuMs: number }>

const costs: Cost[] = []
for (const artifact of [...ZIPS, ...DATA]) {
  const { peakMemoryBytes, cpuMs } = await judgeInProcess(artifact)
  costs.push({ name: artifact.name, peakMemoryBytes, cpuMs })
  stdout.write(`${artifact.name}: ${Math.round(cpuMs)} ms, ${Math.round(peakMemoryBytes / 1e6)} MB\n`)
}

const fuzzing = execFileSync(execPath, [`${root}scripts/fuzz.ts`, '--seconds', argv[2] ?? '60'], { encoding: 'utf8' })
const [, executions = '', crashes = ''] = /(\d+) executions, (\d+) crashes/.exec(fuzzing) ?? []

function worst(of: (cost: Cost) => number): Cost {
  const [first] = costs.toSorted((left, right) => of(right) - of(left))
  if (first === undefined) throw new Error('There is no hostile artifact.')
  return first
}

const memory = worst((cost) => cost.peakMemoryBytes)
const time = worst((cost) => cost.cpuMs)
const kept = PARSERS.reduce((sum, parser) => sum + corpusOf(parser).length, 0)
const table = `| figure | value |
|---|---|
| hostile zips, hostile documents, hostile names | ${ZIPS.length}, ${DATA.length}, ${NAMES.length} |
| most memory of a whole process | ${Math.round(memory.peakMemoryBytes / 1e6)} MB: ${memory.name} |
| most processor time of a whole process | ${(time.cpuMs / 1000).toFixed(1)} s: ${time.name} |
| parsers that are fuzzed, inputs kept in the corpus | ${PARSERS.length}, ${kept} |
| executions, crashes | ${Number(executions).toLocaleString('en')}, ${crashes} |`

const text = readFileSync(page, 'utf8')
writeFileSync(
  page,
  text.replace(/(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/, (_, start, end) => `${start}\n${table}\n\n${end}`),
)

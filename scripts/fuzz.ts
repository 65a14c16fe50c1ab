import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { mutated } from '../__tests__/fuzz/mutation.ts'
import { corpusOf, corpusPath, PARSERS, type Parser, problemWith } from '../__tests__/fuzz/parsers.ts'

/**
 * Gives each parser invented inputs that resemble real ones. The parsers share the given time. Exit code 1: a parser crashed; the
 * smallest input that makes it crash is then kept in __tests__/fuzz/corpus/.
 *
 *   node scripts/fuzz.ts [--seconds 20] [--parser summary] [--seed 1]
 */
const { values: flags } = parseArgs({
  args: argv.slice(2),
  options: { seconds: { type: 'string', default: '20' }, parser: { type: 'string' }, seed: { type: 'string' } },
})
const seconds = Number(flags.seconds)
const seed = Number(flags.seed ?? Date.now() % 2 ** 31)
const chosen = PARSERS.filter(({ name }) => flags.parser === undefined || name === flags.parser)
if (!(seconds > 0) || Number.isNaN(seed) || chosen.length === 0) {
  throw new Error(`Give --seconds a number above 0, and --parser one of ${PARSERS.map(({ name }) => name).join(', ')}.`)
}

let [executions, crashes] = [0, 0]
for (const parser of chosen) {
  const found = await fuzz(parser, (seconds * 1000) / chosen.length)
  executions += found.executions
  crashes += found.crash === null ? 0 : 1
  stdout.write(
    `${parser.name}: ${found.corpus} inputs in the corpus, ${found.executions} executions, ${found.crash === null ? 'no crash' : 'CRASH'}\n`,
  )
  if (found.crash !== null) stdout.write(`${found.crash}\n`)
}
stdout.write(`${executions} executions, ${crashes} crashes, seed ${seed}\n`)
if (crashes > 0) process.exitCode = 1

async function fuzz(
  parser: Parser,
  timeMs: number,
): Promise<Readonly<{ corpus: number; executions: number; crash: string | null }>> {
  const corpus = corpusOf(parser)
  const seeds = [...(await parser.seeds()), ...corpus.map(({ bytes }) => bytes)]
  let executions = 0
  const property = fc.asyncProperty(mutated(seeds), async (bytes) => {
    executions += 1
    const problem = await problemWith(parser, bytes)
    if (problem !== null) throw new Error(problem)
  })
  // The end of the time is not a failure. fast-check then ends with the inputs that it has tried.
  const options = {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: timeMs,
    markInterruptAsFailure: false,
    seed,
  }
  const { failed, counterexample, errorInstance } = await fc.check(property, options)
  const [smallest] = counterexample ?? []
  if (!failed || smallest === undefined) return { corpus: seeds.length, executions, crash: null }
  const path = corpusPath(parser, createHash('sha256').update(smallest).digest('hex').slice(0, 12))
  writeFileSync(path, smallest)
  return { corpus: seeds.length, executions, crash: `${String(errorInstance)}\nKept as ${path}` }
}

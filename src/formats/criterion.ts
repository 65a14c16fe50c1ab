import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import { text } from '../model/text.ts'
import { benchmarkMeasurement, benchmarkRun } from './benchmark.ts'
import { quote } from './foreign-json.ts'
import type { Format } from './format.ts'
import { decodeUtf8, joinChunks, jsonValue, parseJson } from './json-document.ts'
import { selectionOf } from './read-options.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'Criterion'

const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => /^Benchmarking \S.*(?:: Warming up|\n)/m.test(start),
      what: 'The file is what Criterion prints.',
      advice: 'Give the whole folder target/criterion.',
    },
    {
      recognizes: (start) => /^group,function,value,throughput_num,/.test(start),
      what: 'The file is raw.csv of Criterion, which repeats the numbers of sample.json beside it.',
      advice: 'Give the whole folder target/criterion.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'a benchmark panicked, or it did not compile'),
}

/**
 * Criterion measures in nanoseconds unless a benchmark has its own measurement:
 * https://github.com/bheisler/criterion.rs
 */
const MILLISECONDS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1000 }

/**
 * A folder `target/criterion` of Criterion 0.3 to 0.8. `<directory>/new/benchmark.json` names a benchmark, and
 * `sample.json` beside it has the samples. The manual calls these files private, so their shape is checked.
 * https://bheisler.github.io/criterion.rs/book/user_guide/csv_output.html
 */
const tree: Format = {
  id: 'criterion',
  tool,
  title: 'Criterion folder',
  content: 'summary',
  recognizes: (prefix, json = () => jsonValue(prefix)) => kindOf(json()) !== null,
  parse: async () => {
    throw onlyInTree()
  },
  merge: async () => {
    throw onlyInTree()
  },
  readTree,
  treeFolder: 'criterion',
}

/**
 * `cargo criterion --message-format=json`: one message per line, with all samples.
 * https://bheisler.github.io/criterion.rs/book/cargo_criterion/external_tools.html
 */
const messages: Format = {
  id: 'criterion-messages',
  tool,
  title: 'cargo criterion --message-format=json',
  content: 'summary',
  recognizes: (prefix) =>
    /^\s*\{[^\n]*"reason"\s*:\s*"(?:benchmark|group)-complete"/.test(new TextDecoder().decode(prefix)),
  parse: async (chunks, options) => readMessages(decodeUtf8(await joinChunks(chunks)), options),
  merge: async () => {
    throw new UserError('Messages of cargo criterion cannot be merged. Give each run a folder of its own.')
  },
}

export const criterion: readonly Format[] = [tree, messages]

function onlyInTree(): UserError {
  return new UserError(
    'A single file of Criterion is not a result. Put the whole folder target/criterion into the folder of the run: run-1/criterion/.',
  )
}

function kindOf(document: unknown): 'benchmark' | 'sample' | 'estimates' | null {
  if (!isObject(document)) return null
  if ('full_id' in document && 'directory_name' in document) return 'benchmark'
  if ('sampling_mode' in document && 'iters' in document) return 'sample'
  return isObject(document.mean) && 'point_estimate' in document.mean ? 'estimates' : null
}

type Parts = Readonly<{ benchmark?: unknown; sample?: unknown }>

async function readTree(files: readonly ResultFile[], options: ReadOptions): Promise<Run> {
  const folders = new Map<string, Parts>()
  for (const file of files) {
    const [, folder] = /^(.*)\/new\/[^/]+$/s.exec(file.path) ?? []
    if (folder === undefined) continue
    const document = parseJson(await joinChunks(file.open()))
    const kind = kindOf(document)
    if (kind === 'benchmark' || kind === 'sample') folders.set(folder, { ...folders.get(folder), [kind]: document })
  }
  if (folders.size === 0) {
    throw new UserError(
      'The files of Criterion have no results of this run, which would be in folders called new. Give the whole folder target/criterion: a single file of it is not a result. cargo-criterion writes no folder new: let it print its messages with --message-format=json.',
    )
  }
  const run = benchmarkRun({
    format: 'criterion',
    tool: NAME,
    toolVersion: null,
    measurements: [...folders].map(([folder, parts]) => measured(folder, parts)),
    notes: [],
  })
  return { ...run, mayBeOld: true, ...selectionOf(options, null) }
}

function measured(folder: string, { benchmark, sample }: Parts): Measurement {
  const name = isObject(benchmark) ? benchmark.full_id : undefined
  const last = folder.slice(folder.lastIndexOf('/') + 1)
  if (typeof name !== 'string' || !isObject(sample)) {
    throw new UserError(
      text`The benchmark in ${quote(last)} has no ${sample === undefined ? 'sample.json' : 'benchmark.json'}: it was cut short. Look at the output of cargo bench, and measure again.`,
    )
  }
  return measurementOf(name, sample.iters, sample.times, 'ns')
}

/**
 * The mean of time divided by iterations, over all samples. The slope is not used: Criterion chooses the sampling mode
 * anew in each run, and flat sampling has no slope, so two runs might have no common statistic.
 */
function measurementOf(name: string, iterations: unknown, times: unknown, unit: unknown): Measurement {
  const factor = typeof unit === 'string' ? MILLISECONDS[unit] : undefined
  if (factor === undefined) {
    throw new UserError(
      text`The benchmark ${quote(name)} is measured in ${quote(unit)}. Only times are read: give other numbers as perf-gate-metrics.json.`,
    )
  }
  if (!Array.isArray(iterations) || !Array.isArray(times) || iterations.length !== times.length) {
    throw new UserError(
      text`The benchmark ${quote(name)} does not have one time for each number of iterations. The file is damaged or was edited.`,
    )
  }
  const observations = times.map((time: unknown, index) => (Number(time) / Number(iterations[index])) * factor)
  return benchmarkMeasurement({ name, quantity: 'duration', central: 'avg', observations })
}

function readMessages(text: string, options: ReadOptions): Run {
  const measurements = text.split('\n').flatMap((line, index): readonly Measurement[] => {
    if (line.trim() === '') return []
    const message = jsonValue(new TextEncoder().encode(line))
    if (!isObject(message)) {
      throw new UserError(
        `Line ${index + 1} is not a message of cargo criterion. The file is truncated, or other output is in it.`,
      )
    }
    if (message.reason !== 'benchmark-complete') return []
    const { id, iteration_count, measured_values, unit } = message
    if (typeof id !== 'string')
      throw new UserError(`The benchmark of line ${index + 1} has no id. The file is damaged or was edited.`)
    return [measurementOf(id, iteration_count, measured_values, unit)]
  })
  if (measurements.length === 0)
    throw new UserError('The messages of cargo criterion hold no benchmark: nothing was measured.')
  return {
    ...benchmarkRun({ format: 'criterion-messages', tool: NAME, toolVersion: null, measurements, notes: [] }),
    ...selectionOf(options, null),
  }
}

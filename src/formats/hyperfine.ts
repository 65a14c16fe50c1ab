import { UserError } from '../model/errors.ts'
import { isObject } from '../model/json-object.ts'
import type { Run } from '../model/run.ts'
import { name, text } from '../model/text.ts'
import { beganOn } from './began-at.ts'
import { benchmarkMeasurement, benchmarkRun } from './benchmark.ts'
import { documentFormat } from './document-format.ts'
import type { Format } from './format.ts'
import { errorShare } from './request-measurements.ts'
import { type Tool, wholeWith } from './tool.ts'

const NAME = 'hyperfine'

/**
 * Without `--ignore-failure`, hyperfine stops at a failing command, and its file holds only the commands before it.
 * https://github.com/sharkdp/hyperfine
 */
const tool: Tool = {
  name: NAME,
  joins: true,
  asides: [
    {
      recognizes: (start) => /^Benchmark (?:1|#1): /.test(start),
      what: 'The file is what hyperfine prints, without single runs.',
      advice: 'Let hyperfine write JSON: --export-json FILE.',
    },
    {
      recognizes: (start) => /^(?:\| Command\s*\|\s*Mean \[|\[cols="<,>,>,>,>"\]\n)/.test(start),
      what: 'The file is a table of hyperfine, without single runs.',
      advice: 'Let hyperfine write JSON: --export-json FILE.',
    },
    {
      recognizes: (start) => /^command,(?:mean,stddev,median|.*time_wall_clock_mean)/.test(start),
      what: 'The file is the CSV of hyperfine, which has no single runs.',
      advice: 'Let hyperfine write JSON: --export-json FILE.',
    },
  ],
  exitCode: wholeWith(NAME, [0], 'a command failed, and those after it were not measured'),
}

/** One command with its times in seconds and the exit codes of its runs. */
type Command = Readonly<{
  name: string
  parameters: string
  seconds: readonly number[]
  cpuSeconds: readonly number[]
  exitCodes: readonly (number | null)[]
}>

/**
 * `hyperfine --export-json` of versions 1.x. The field `command` holds the name of a command. Of CPU times, the file
 * has only the mean.
 * https://github.com/sharkdp/hyperfine/blob/v1.20.0/src/export/json.rs
 */
const version1 = documentFormat({
  id: 'hyperfine-1',
  tool,
  title: 'hyperfine --export-json',
  content: 'summary',
  beginning: /^\{\s*"results":\s*\[\s*\{\s*"command":/,
  recognizesJson: (document) =>
    isObject(document) &&
    Array.isArray(document.results) &&
    isObject(document.results[0]) &&
    'times' in document.results[0],
  shape: (z) =>
    z.object({
      results: z.array(
        z.object({
          command: z.string(),
          user: z.number(),
          system: z.number(),
          times: z.array(z.number()),
          exit_codes: z.array(z.number().nullable()).optional(),
          parameters: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  run: ({ results }) =>
    runOf(
      'hyperfine-1',
      { toolVersion: null, basis: 'JSON 1' },
      results.map(({ command, times, user, system, exit_codes = [], parameters = {} }) => ({
        name: command,
        parameters: described(Object.entries(parameters)),
        seconds: times,
        cpuSeconds: [user + system],
        exitCodes: exit_codes,
      })),
    ),
})

/**
 * `hyperfine --export-json` of versions 2.x. By default these run a command without a shell, so its times differ from
 * those of version 1. A command can have a name.
 * https://github.com/sharkdp/hyperfine/releases/tag/v2.0.0
 */
const version2 = documentFormat({
  id: 'hyperfine-2',
  tool,
  title: 'hyperfine --export-json',
  content: 'summary',
  beginning: /^\{\s*"schema_version":\s*\d+,\s*"metadata":\s*\{\s*"hyperfine_version":/,
  recognizesJson: (document) =>
    isObject(document) &&
    'schema_version' in document &&
    isObject(document.metadata) &&
    'hyperfine_version' in document.metadata,
  shape: (z) => {
    const seconds = z.object({ value: z.number(), unit: z.literal('second') })
    return z.object({
      schema_version: z.literal(2),
      metadata: z.object({ hyperfine_version: z.string(), start_time: z.string().optional() }),
      primary_metric: z.string().optional(),
      results: z.array(
        z.object({
          command: z.string(),
          name: z.string().nullable().optional(),
          parameters: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
          measurements: z.array(
            z.object({
              time_wall_clock: seconds,
              time_cpu: seconds.optional(),
              exit_code: z.number().nullable().optional(),
            }),
          ),
        }),
      ),
    })
  },
  run: ({ metadata, results }) =>
    runOf(
      'hyperfine-2',
      { toolVersion: metadata.hyperfine_version, basis: 'JSON 2', ...beganOn(metadata.start_time) },
      results.map(({ command, name, parameters = {}, measurements }) => ({
        name: name ?? command,
        parameters: described(Object.entries(parameters).map(([key, { value }]) => [key, String(value)])),
        seconds: measurements.map((one) => one.time_wall_clock.value),
        cpuSeconds: measurements.flatMap((one) => one.time_cpu?.value ?? []),
        exitCodes: measurements.flatMap(({ exit_code }) => (exit_code === undefined ? [] : [exit_code])),
      })),
    ),
})

export const hyperfine: readonly Format[] = [version1, version2]

function described(parameters: readonly (readonly [string, string])[]): string {
  return parameters
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(', ')
}

function runOf(
  format: string,
  version: Pick<Run, 'toolVersion' | 'beganAtMs'> & Readonly<{ basis: string }>,
  commands: readonly Command[],
): Run {
  if (commands.length === 0) throw new UserError('The file of hyperfine holds no command: nothing was measured.')
  const ids = commands.map((one) => idOf(one, commands))
  const exits = commands.flatMap(({ exitCodes }) => exitCodes)
  const measurements = commands.flatMap((command, index) => {
    const name = ids[index] ?? ''
    const milliseconds = (all: readonly number[]) => all.map((value) => value * 1000)
    const cpu = milliseconds(command.cpuSeconds).filter((value) => value > 0)
    return [
      benchmarkMeasurement({ name, quantity: 'duration', central: 'p50', observations: milliseconds(command.seconds) }),
      ...(cpu.length === 0
        ? []
        : [benchmarkMeasurement({ name: `${name} (CPU)`, quantity: 'duration', observations: cpu })]),
    ]
  })
  return benchmarkRun({
    format,
    tool: NAME,
    ...version,
    measurements: [
      ...measurements,
      ...(exits.length === 0 ? [] : [errorShare(exits.filter((code) => code !== 0).length, exits.length)]),
    ],
    notes: commands.flatMap(({ exitCodes, seconds }, index) => [
      ...(exitCodes.some((code) => code !== 0)
        ? [
            text`${exitCodes.filter((code) => code !== 0).length} of ${exitCodes.length} runs of ${name(ids[index] ?? '')} ended with an exit code other than 0.`,
          ]
        : []),
      ...(seconds.length === 1
        ? [text`${name(ids[index] ?? '')} ran once, so its noise is not known. Use --runs 10.`]
        : []),
    ]),
  })
}

/**
 * The name of a command. If several commands have the same name, the parameters are added. The text of an unnamed
 * command already contains their values.
 */
function idOf({ name, parameters }: Command, all: readonly Command[]): string {
  const isShared = all.filter((other) => other.name === name).length > 1
  return isShared && parameters !== '' ? `${name} (${parameters})` : name
}

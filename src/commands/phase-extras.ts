import * as z from 'zod'
import { UserError } from '../model/errors.ts'
import type { PhaseCapacity, PhaseComplexity, PhaseExtras, PhaseFunction } from '../model/milestone.ts'
import { readFlagJson } from './read-flag-file.ts'

/** The values `SERVICE=FILE` of each flag, in the order of the command line. */
export type ExtraFlags = Readonly<{ [Flag in keyof typeof READERS]?: readonly string[] }>

/**
 * The results of other commands about the services, from their JSON reports. Throws a UserError that names a file of another
 * kind.
 */
export async function readPhaseExtras(
  flags: ExtraFlags,
  services: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PhaseExtras>> {
  const complexity = await readEach('complexity', flags.complexity, services)
  const capacity = await readEach('capacity', flags.capacity, services)
  const functions = await readEach('profiles', flags.profiles, services)
  const named = [...services].filter((one) => complexity.has(one) || capacity.has(one) || functions.has(one))
  return new Map(
    named.map((service) => [
      service,
      {
        complexity: complexity.get(service) ?? null,
        capacity: capacity.get(service) ?? null,
        functions: functions.get(service) ?? null,
      },
    ]),
  )
}

const Number_ = z.number().nullable()
const Figures = z.object({
  branchPoints: z.int().min(0),
  functions: z.int().optional(),
  mean: Number_.optional(),
  p90: Number_.optional(),
  max: Number_.optional(),
})
const FunctionChange = z.object({ file: z.string(), name: z.string(), before: Number_, after: Number_ })
const Complexity = z
  .object({
    schemaVersion: z.literal(1),
    changed: z.object({ before: Figures, after: Figures }),
    functions: z.array(FunctionChange).max(100).default([]),
  })
  .transform(({ changed, functions }): PhaseComplexity => ({ ...changed, functions }) as PhaseComplexity)

const Capacity: z.ZodType<PhaseCapacity> = z.object({
  schemaVersion: z.literal(1),
  maxThroughput: Number_,
  knee: Number_,
  sustainable: Number_,
  refused: z.string().nullable(),
  changeRatio: Number_,
  changeInterval: z.tuple([z.number(), z.number()]).nullable(),
})

const ProfiledFunction = z.object({
  name: z.string(),
  baselineShare: z.number(),
  candidateShare: z.number(),
  changeRatio: Number_,
  verdict: z.string(),
})
const Profiles = z
  .object({
    schemaVersion: z.literal(1),
    comparisons: z.array(z.object({ functions: z.array(ProfiledFunction).max(10_000) })),
  })
  .transform(({ comparisons }): readonly PhaseFunction[] =>
    comparisons
      .flatMap(({ functions }) => functions.filter(({ verdict }) => verdict !== 'not-proven'))
      .map(({ name, baselineShare, candidateShare, changeRatio }) => ({
        name,
        baselineShare,
        candidateShare,
        changeRatio,
      })),
  )

const READERS = {
  complexity: {
    schema: Complexity as z.ZodType<PhaseComplexity>,
    write: 'perf-gate complexity --before F --after F --json',
  },
  capacity: { schema: Capacity, write: 'perf-gate capacity PATH --against OLDER --json' },
  profiles: {
    schema: Profiles as z.ZodType<readonly PhaseFunction[]>,
    write: 'perf-gate profiles --baseline DIR --candidate DIR --json',
  },
} as const

type Read<Flag extends keyof typeof READERS> = z.output<(typeof READERS)[Flag]['schema']>

async function readEach<Flag extends keyof typeof READERS>(
  flag: Flag,
  given: readonly string[] = [],
  services: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Read<Flag>>> {
  const found = new Map<string, Read<Flag>>()
  for (const text of given) {
    const [, service = '', path = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (!services.has(service)) {
      throw new UserError(
        `--${flag} cannot be ${JSON.stringify(text)}: write SERVICE=FILE. The services of the store are ${[...services].join(', ')}.`,
      )
    }
    found.set(service, await readOne(flag, path))
  }
  return found
}

async function readOne<Flag extends keyof typeof READERS>(flag: Flag, path: string): Promise<Read<Flag>> {
  const { schema, write } = READERS[flag]
  const parsed = schema.safeParse(await readFlagJson(flag, path))
  if (parsed.success) return parsed.data as Read<Flag>
  throw new UserError(`${path} is no report of perf-gate ${flag}. Write one: ${write} ${path}`)
}

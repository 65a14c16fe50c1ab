import * as z from 'zod'
import { type Parsed, parseDuration } from '../policy/limit-text.ts'

/**
 * The content of `.github/perf-gate.measure.yml`. `z.toJSONSchema(MeasureFile, { io: 'input' })` describes it to editors. Each
 * message completes the sentence "`key` ...": policy/strict-yaml.ts adds the key, the line and the found value.
 */

/** The rule for names of folders in results: results/layout.ts. */
const SERVICE_NAME = /^(?!.*--)[a-z0-9][a-z0-9._-]{0,63}$/

/** Pairs beyond the last stage of a confirmation add little, so a number above 100 is surely a mistake. */
const MAX_PAIRS = 100

/** A name or id of a container, with or without placeholders. measure/engine.ts checks the filled name. */
const CONTAINER = /^[a-zA-Z0-9{][a-zA-Z0-9_.{}-]{0,254}$/
const CONTAINER_MESSAGE = 'must be the name or id of a container, such as checkout-{variant}'

const Address = z
  .string({ error: 'must be an address such as http://127.0.0.1:8080' })
  .refine(isAddress, 'must be an address such as http://127.0.0.1:8080, without a user and a password')

const reach = {
  start: command('that starts the service, such as node service.mjs {port}').optional(),
  address: Address.describe('Where the service runs already. It is neither started nor stopped.').optional(),
  container: z
    .string({ error: CONTAINER_MESSAGE })
    .regex(CONTAINER, CONTAINER_MESSAGE)
    .describe(
      'The name or id of the container whose processor and memory are sampled, such as checkout-{variant}. Default: the container that publishes the port, or the process that listens on it.',
    )
    .optional(),
}

const Version = z
  .strictObject(reach, { error: 'must be a mapping of start, address or container' })
  .describe('Settings for this version only.')

const Service = z.strictObject(
  {
    ...reach,
    baseline: Version.optional(),
    candidate: Version.optional(),
    ready: z
      .string({ error: 'must be a path such as /health' })
      .regex(/^\/\S*$/, 'must be a path such as /health')
      .describe('The service is ready when this path answers with 200 to 399. Default: when its port is open.')
      .optional(),
    'ready-within': duration('60s')
      .describe('How long it may take until the service is ready. Default: 60s.')
      .optional(),
    'warm-up': command('that warms the service up')
      .describe('Called before each run, on the process that was just started. What it writes does not count.')
      .optional(),
    load: command('that puts load on the service and writes its result to {output}').describe(
      'Called once per run, in the folder in which measure is called.',
    ),
    benchmark: z
      .boolean({ error: 'must be true or false' })
      .describe('The load command measures by itself, in the folder of its version. Nothing is started.')
      .optional(),
    profile: command('that records a profile, or node, perf, pprof or py-spy')
      .describe(
        'How profiles are recorded where this service is slower: node, perf, pprof, py-spy, or a command that writes one to {output}.',
      )
      .optional(),
  },
  { error: 'must be a mapping of keys such as start, ready and load' },
)

export const MeasureFile = z
  .strictObject(
    {
      version: z.literal(1, { error: 'must be 1: it is the version of this file format' }),
      pairs: wholeNumber(MAX_PAIRS)
        .describe('Runs of each version, where the policy has no confirmation. Default: 5.')
        .optional(),
      baseline: folder('../baseline').describe('The folder of the version to compare with.').optional(),
      candidate: folder('.')
        .describe('The folder of the version to judge. Default: where measure is called.')
        .optional(),
      build: command('that builds a version')
        .describe('Called once in the folder of each version, before anything else.')
        .optional(),
      services: z
        .record(
          z
            .string()
            .regex(SERVICE_NAME, 'is not a service name: use at most 64 of a-z, 0-9, `.`, `_` and `-` (not `--`)'),
          Service,
          { error: 'must be a mapping of service names, each with its commands' },
        )
        .refine((services) => Object.keys(services).length > 0, 'must name at least one service'),
    },
    { error: 'must be a mapping of keys and values' },
  )
  .meta({ title: 'perf-gate measure' })

export type MeasureFile = z.infer<typeof MeasureFile>

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function command(what: string) {
  return z
    .string({ error: `must be a command ${what}` })
    .trim()
    .min(1, `must be a command ${what}`)
}

function folder(example: string) {
  return z.string({ error: `must be a folder such as ${example}` }).min(1, `must be a folder such as ${example}`)
}

function wholeNumber(max: number): z.ZodNumber {
  const message = `must be a whole number from 1 to ${max}`
  return z.int({ error: message }).min(1, message).max(max, message)
}

function duration(example: string) {
  const message = `must be a duration such as ${example}`
  return z.string({ error: message }).transform((raw, context): number => {
    const parsed: Parsed = parseDuration(raw)
    if (parsed.kind === 'value' && parsed.value > 0) return parsed.value
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

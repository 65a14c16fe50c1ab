import { UserError } from '../model/errors.ts'
import type { LoadSecond } from '../model/load-second.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'

/** What a point of k6 shows about the load. null: nothing. */
type Role = 'users' | 'good' | 'bad' | 'iteration' | 'dropped' | null

type MutableSecond = { -readonly [Key in keyof LoadSecond]: LoadSecond[Key] } & { goodDurationsMs: number[] }

/** A ladder takes minutes. A file with more than a day of seconds is the wrong file. */
const MAX_SECONDS = 86_400

/**
 * Enough for a ladder of an hour at 2,000 requests per second. More samples would not fit into the memory of a small
 * runner.
 */
const MAX_SAMPLES = 8_000_000

/** Reads the raw points of one k6 test, second by second. `createScanner` makes the scanner of their format. */
export async function readLoadSeconds(
  chunks: AsyncIterable<Uint8Array>,
  createScanner: (receiver: PointReceiver<Role>) => LineScanner,
): Promise<readonly LoadSecond[]> {
  const seconds = new Map<number, MutableSecond>()
  let samples = 0
  const scanner = createScanner({
    defineMetric() {},
    series: roleOf,
    add(role, timeMs, value) {
      if (role === null) return
      samples += 1
      if (samples > MAX_SAMPLES)
        throw new UserError(`The file has more than ${MAX_SAMPLES} samples. Make the steps of the ladder shorter.`)
      addTo(secondAt(seconds, timeMs), role, value)
    },
  })
  for await (const chunk of chunks) scanner.push(chunk)
  scanner.end()
  const sorted = [...seconds.values()].toSorted((left, right) => left.offsetS - right.offsetS)
  const startS = sorted[0]?.offsetS ?? 0
  return sorted.map((second) => ({ ...second, offsetS: second.offsetS - startS }))
}

/** The role of k6's built-in metrics: https://grafana.com/docs/k6/latest/using-k6/metrics/reference/ */
function roleOf(metric: string, tags: Readonly<Record<string, unknown>>): Role {
  // Requests of setup() and teardown() are not part of the load:
  // https://grafana.com/docs/k6/latest/using-k6/test-lifecycle/
  if (typeof tags.group === 'string' && /^::(?:setup|teardown)$/.test(tags.group)) return null
  switch (metric) {
    case 'vus':
      return 'users'
    case 'http_req_duration':
      return isGood(tags) ? 'good' : 'bad'
    case 'iteration_duration':
      return 'iteration'
    case 'dropped_iterations':
      return 'dropped'
    default:
      return null
  }
}

/**
 * Whether the request succeeded, according to the tag `expected_response` of k6. Without the tag the default of k6
 * applies, which expects a status from 200 to 399.
 * https://grafana.com/docs/k6/latest/javascript-api/k6-http/set-response-callback/
 */
function isGood({ expected_response: expected, status }: Readonly<Record<string, unknown>>): boolean {
  if (expected === 'true' || expected === 'false') return expected === 'true'
  const code = Number(status)
  return code >= 200 && code < 400
}

function secondAt(seconds: Map<number, MutableSecond>, timeMs: number): MutableSecond {
  const offsetS = Math.floor(timeMs / 1000)
  const known = seconds.get(offsetS)
  if (known !== undefined) return known
  if (seconds.size >= MAX_SECONDS)
    throw new UserError(`The points span more than ${MAX_SECONDS} seconds. Is this really one ladder?`)
  const created: MutableSecond = {
    offsetS,
    users: null,
    goodDurationsMs: [],
    bad: 0,
    badMs: 0,
    iterations: 0,
    iterationsMs: 0,
    dropped: 0,
  }
  seconds.set(offsetS, created)
  return created
}

function addTo(second: MutableSecond, role: Exclude<Role, null>, value: number): void {
  switch (role) {
    case 'users':
      second.users = value
      break
    case 'good':
      second.goodDurationsMs.push(value)
      break
    case 'bad':
      second.bad += 1
      second.badMs += value
      break
    case 'iteration':
      second.iterations += 1
      second.iterationsMs += value
      break
    case 'dropped':
      second.dropped += value
      break
  }
}

import { UserError } from '../../model/errors.ts'
import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import type { Profile } from '../../model/profile.ts'
import { text } from '../../model/text.ts'
import { parseObject } from '../json.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

const NS_OF_UNIT: Readonly<Record<string, number>> = {
  seconds: 1e9,
  milliseconds: 1e6,
  microseconds: 1e3,
  nanoseconds: 1,
}

const MEMRAY_MOVES = text`memray writes the memory at its peak, which is at another moment in each run. It is shown and not compared.`

/**
 * https://www.speedscope.app/file-format-schema.json, as py-spy and memray write it. Threads are added up. memray counts bytes and
 * allocations in one file: the bytes are taken.
 */
export const speedscope: ProfileFormat = {
  id: 'speedscope',
  title: 'a profile for speedscope',
  recognizes({ text }) {
    return /^\s*\{/.test(text) && text.includes('speedscope.app/file-format-schema')
  },
  parse({ text }) {
    const root = parseObject(text)
    const sampled = objects(root.profiles).filter(({ type }) => type === 'sampled')
    if (sampled.length === 0) {
      throw new UserError('The profile has events and no samples. Let the profiler write collapsed stacks, or samples.')
    }
    const inBytes = sampled.filter(({ unit }) => unit === 'bytes')
    const inTime = sampled.filter(({ unit }) => textOr(unit, '') in NS_OF_UNIT)
    const taken = inBytes.length > 0 ? inBytes : inTime.length > 0 ? inTime : sampled
    const table = new StackTable()
    const shared = isObject(root.shared) ? objects(root.shared.frames) : []
    const positions = shared.map((frame) => table.frame(frameOf(frame)))
    let samples = 0
    for (const profile of taken) samples += addSamples(profile, positions, table)
    const finished = table.finish(...(inBytes.length === 0 ? [] : [MEMRAY_MOVES]))
    return {
      format: 'speedscope',
      tool: textOr(root.exporter, 'speedscope').replace(/@.*$/, '').slice(0, 40),
      ...kindOf(inBytes.length > 0, inTime.length > 0),
      language: languageOf(finished.frames),
      samples: inBytes.length > 0 ? null : samples,
      hasCallers: true,
      ...finished,
    }
  },
}

/** py-spy and other tools sample wall time, so it is never compared per request. */
function kindOf(isInBytes: boolean, isInTime: boolean): Pick<Profile, 'counted' | 'unit' | 'nature'> {
  if (isInBytes) return { counted: 'allocated-bytes', unit: 'bytes', nature: 'shown' }
  return { counted: 'wall-time', unit: isInTime ? 'ns' : 'samples', nature: 'sampled' }
}

function frameOf(frame: JsonObject): Readonly<{ name: string; file: string | null }> {
  const file = textOr(frame.file, '')
  return { name: textOr(frame.name, '[unknown]'), file: file === '' ? null : file }
}

/** Stacks go from the outermost function to the innermost. Returns how many samples there are. */
function addSamples(profile: JsonObject, positions: readonly number[], table: StackTable): number {
  const stacks = Array.isArray(profile.samples) ? profile.samples : []
  const weights = Array.isArray(profile.weights) ? profile.weights : []
  if (stacks.length !== weights.length) {
    throw new UserError(
      `The profile has ${stacks.length} samples and ${weights.length} weights, which do not fit together.`,
    )
  }
  const scale = NS_OF_UNIT[textOr(profile.unit, '')] ?? 1
  for (const [index, stack] of stacks.entries()) {
    const frames = (Array.isArray(stack) ? stack : []).map((place) => positions[numberOr(place, -1)])
    if (frames.includes(undefined)) throw new UserError('A sample is of a function that the profile does not have.')
    table.add(frames as number[], scale * Math.max(0, numberOr(weights[index], 0)))
  }
  return stacks.length
}

import { UserError } from '../../model/errors.ts'
import { isObject, type JsonObject, numberOr, objects, textOr } from '../../model/json-object.ts'
import { parseObject } from '../json.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/**
 * The format of the Firefox Profiler, as samply and Firefox write it:
 * https://github.com/firefox-devtools/profiler/blob/main/docs-developer/processed-profile-format.md. Threads are added up. Newer
 * versions keep the tables once for all threads, in `shared`. Files without names of functions are refused elsewhere.
 */
export const firefoxProfile: ProfileFormat = {
  id: 'firefox-profile',
  title: 'a profile for the Firefox Profiler',
  recognizes({ text }) {
    const start = text.slice(0, 64 * 1024)
    return (
      /^\s*\{/.test(text) && start.includes('"preprocessedProfileVersion"') && !/"symbolicated": ?false/.test(start)
    )
  },
  parse({ text }) {
    const root = parseObject(text)
    const meta = isObject(root.meta) ? root.meta : {}
    const table = new StackTable()
    let samples = 0
    for (const thread of objects(root.threads)) {
      samples += addThread({ ...(isObject(root.shared) ? root.shared : {}), ...thread }, objects(root.libs), table)
    }
    const finished = table.finish()
    return {
      format: 'firefox-profile',
      tool: textOr(meta.product, '').startsWith('Firefox') ? 'Firefox' : 'samply',
      // Firefox samples wall time, and the file does not say how samply was started.
      counted: 'wall-time',
      unit: 'samples',
      nature: 'sampled',
      language: languageOf(finished.frames),
      samples,
      hasCallers: true,
      ...finished,
    }
  },
}

/** The table cuts deeper stacks and keeps their inner ends. Without a limit here, a long chain would take very long. */
const MAX_DEPTH = 1000

/** Returns how many samples there are. */
function addThread(thread: JsonObject, libraries: readonly JsonObject[], table: StackTable): number {
  const [stackTable, frameTable, samples] = [thread.stackTable, thread.frameTable, thread.samples].map(columns)
  const frameOf = frameReader(thread, libraries, table)
  const prefixes = list(stackTable?.prefix)
  const frames = list(stackTable?.frame)
  const functions = list(frameTable?.func)
  const weights = list(samples?.weight)
  const weightOf = new Map<number, number>()
  for (const [index, position] of list(samples?.stack).entries()) {
    if (typeof position !== 'number') continue
    // Without weights each sample counts 1. A difference of two profiles has negative weights.
    weightOf.set(position, (weightOf.get(position) ?? 0) + Math.max(0, numberOr(weights[index], 1)))
  }
  let count = 0
  for (const [position, weight] of weightOf) {
    const innermostFirst: number[] = []
    for (let at: unknown = position; typeof at === 'number' && innermostFirst.length < MAX_DEPTH; at = prefixes[at]) {
      const prefix = prefixes[at]
      // A stack must come after the stack that it continues, so there can be no circle.
      if (!Number.isInteger(at) || !(at in frames) || (typeof prefix === 'number' && prefix >= at)) throw damaged()
      innermostFirst.push(frameOf(numberOr(functions[numberOr(frames[at], -1)], -1)))
    }
    count += weight
    table.add(innermostFirst.reverse(), weight)
  }
  return count
}

function frameReader(
  thread: JsonObject,
  libraries: readonly JsonObject[],
  table: StackTable,
): (index: number) => number {
  const [functions, resources] = [thread.funcTable, thread.resourceTable].map(columns)
  const strings = list(thread.stringArray)
  const [names, files, owners] = [list(functions?.name), list(functions?.fileName), list(functions?.resource)]
  const libraryOf = list(resources?.lib)
  const text = (index: unknown) => (typeof index === 'number' ? textOr(strings[index], '') : '')
  const known = new Map<number, number>()
  return (index) => {
    const before = known.get(index)
    if (before !== undefined) return before
    if (!(index in names)) throw damaged()
    const library = libraries[numberOr(libraryOf[numberOr(owners[index], -1)], -1)]
    const frame = table.frame({
      name: text(names[index]) || '[unknown]',
      file: text(files[index]) || null,
      library: library === undefined ? null : textOr(library.name, ''),
    })
    known.set(index, frame)
    return frame
  }
}

function columns(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function damaged(): UserError {
  return new UserError('A sample is of a stack or a function that the profile does not have. The file is damaged.')
}

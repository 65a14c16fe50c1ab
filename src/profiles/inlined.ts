import type { Frame, Profile } from '../model/profile.ts'
import { StackTable } from './stack-table.ts'

type Start = Readonly<{ line: number; name: string }>

/**
 * Gives the time of inlined functions back to them. V8 inlines different functions in each run of the same code and counts their
 * time for the callers, but it writes which lines were running. The start lines of functions are taken from all profiles of the
 * side, because an inlined function may be absent from a single run.
 */
export function withoutInlining(profiles: readonly Profile[]): readonly Profile[] {
  const starts = startsByFile(profiles)
  return profiles.map((profile) => {
    if (profile.stacks.every(({ line }) => line === null)) return profile
    const table = new StackTable()
    for (const { frames, weight, line } of profile.stacks) {
      const stack = frames.map((position) => table.frame(profile.frames[position] as Frame))
      const inner = profile.frames[frames.at(-1) ?? -1]
      const inlined = inner === undefined || line === null ? null : functionAt(line, inner, starts)
      table.add(inlined === null ? stack : [...stack, table.frame(inlined)], weight)
    }
    const { frames, stacks } = table.finish()
    return { ...profile, frames, stacks }
  })
}

function startsByFile(profiles: readonly Profile[]): ReadonlyMap<string, readonly Start[]> {
  const starts = new Map<string, Map<number, string>>()
  for (const { frames } of profiles) {
    for (const { file, line, name } of frames) {
      if (file === null || line === null) continue
      const known = starts.get(file) ?? new Map<number, string>()
      starts.set(file, known.set(line, known.get(line) || name))
    }
  }
  return new Map(
    [...starts].map(([file, lines]) => [
      file,
      [...lines].map(([line, name]) => ({ line, name })).sort((left, right) => left.line - right.line),
    ]),
  )
}

/**
 * The other function that holds this line. null: the line belongs to the function itself, or it is not certain. The last function
 * of a file has no known end, and lines of another file may be counted for this file.
 */
function functionAt(line: number, inner: Frame, starts: ReadonlyMap<string, readonly Start[]>): Frame | null {
  const all = starts.get(inner.file ?? '') ?? []
  const next = all.findIndex((start) => start.line > line)
  const found = next < 1 ? undefined : all[next - 1]
  // A function without a name is more often inside of another function than beside it.
  if (found === undefined || found.name === '' || found.line === inner.line) return null
  return { name: found.name, file: inner.file, library: null, line: found.line }
}

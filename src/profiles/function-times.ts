import type { FunctionTime, Profile } from '../model/profile.ts'
import { functionName } from './function-name.ts'
import { ownFrames } from './own-code.ts'

/** The functions of one profile, and the sums over all of them. */
export type Times = Readonly<{
  functions: ReadonlyMap<string, FunctionTime>
  /** The whole weight, and the part of it in own code. */
  totalWeight: number
  ownWeight: number
  /** The weight in functions without a name that no own code called. */
  unknownWeight: number
}>

type Sums = { name: string; isOwn: boolean; selfWeight: number; ownWeight: number; totalWeight: number }

/** How much time each function took. `own`: see own-code.ts. In a flat table, functions of libraries have their own rows. */
export function functionTimes(profile: Profile, own: readonly string[]): Times {
  const names = profile.frames.map((frame) => functionName(frame, profile.language))
  const isOwn = profile.hasCallers ? ownFrames(profile, own) : names.map((name) => name !== '[unknown]')
  const functions = new Map<string, Sums>()
  const sumsOf = (position: number): Sums => {
    const name = names[position] ?? '[unknown]'
    const known = functions.get(name)
    if (known !== undefined) return known
    const sums = { name, isOwn: isOwn[position] === true, selfWeight: 0, ownWeight: 0, totalWeight: 0 }
    functions.set(name, sums)
    return sums
  }
  let [totalWeight, ownWeight, unknownWeight] = [0, 0, 0]
  for (const { frames, weight } of profile.stacks) {
    totalWeight += weight
    sumsOf(frames.at(-1) ?? 0).selfWeight += weight
    const innermostOwn = frames.findLast((position) => isOwn[position])
    if (innermostOwn !== undefined) {
      sumsOf(innermostOwn).ownWeight += weight
      ownWeight += weight
    } else if (names[frames.at(-1) ?? 0] === '[unknown]') unknownWeight += weight
    // Each function counts once per stack, even if it calls itself.
    for (const sums of new Set(frames.map(sumsOf))) sums.totalWeight += weight
  }
  return { functions, totalWeight, ownWeight, unknownWeight }
}

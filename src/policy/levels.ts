import { RULES } from './registry.ts'
import type { LevelDeclaration } from './rule.ts'

/** Each key of the policy's `levels` as its rule declares it, in the order of the rules. Rules that share a key share its declaration. */
export const LEVELS: ReadonlyMap<string, LevelDeclaration> = new Map(
  RULES.flatMap(({ levels }) => Object.entries(levels)),
)

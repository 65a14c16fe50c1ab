import type { FunctionTime } from '../model/profile.ts'

type Functions = ReadonlyMap<string, FunctionTime>

/** `org.example.Service.lambda$static$1`: javac numbers the lambdas of a class, so a new lambda changes the numbers of all later ones. */
const LAMBDA = /^(.*\blambda\$[\w$]*\$)\d{1,6}$/

/**
 * The beginnings of the names of lambdas whose numbers differ between the sides. It cannot be known which lambda is which, so
 * they are added up. Empty: there are none.
 */
export function movedLambdas(baseline: readonly Functions[], candidate: readonly Functions[]): ReadonlySet<string> {
  // With profiles of one side only, there is nothing to compare.
  if (baseline.length === 0 || candidate.length === 0) return new Set()
  const [before, after] = [numbersOf(baseline), numbersOf(candidate)]
  const starts = [...new Set([...before.keys(), ...after.keys()])]
  return new Set(starts.filter((start) => before.get(start) !== after.get(start)))
}

/** The lambdas of each class, as one text. */
function numbersOf(side: readonly Functions[]): ReadonlyMap<string, string> {
  const names = [...new Set(side.flatMap((functions) => [...functions.keys()]))].sort()
  const numbers = new Map<string, string>()
  for (const name of names) {
    const start = LAMBDA.exec(name)?.[1]
    if (start !== undefined) numbers.set(start, `${numbers.get(start) ?? ''} ${name}`)
  }
  return numbers
}

/** Adds up the lambdas that moved. */
export function withoutMovedLambdas(functions: Functions, moved: ReadonlySet<string>): Functions {
  if (moved.size === 0) return functions
  const sums = new Map<string, FunctionTime>()
  for (const one of functions.values()) {
    const start = LAMBDA.exec(one.name)?.[1]
    const name = start !== undefined && moved.has(start) ? `${start}…` : one.name
    const known = sums.get(name)
    sums.set(name, {
      name,
      isOwn: one.isOwn,
      selfWeight: (known?.selfWeight ?? 0) + one.selfWeight,
      ownWeight: (known?.ownWeight ?? 0) + one.ownWeight,
      totalWeight: (known?.totalWeight ?? 0) + one.totalWeight,
    })
  }
  return sums
}

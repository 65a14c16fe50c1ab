import type {
  ComplexityChange,
  ComplexityFigures,
  ComplexityReading,
  ComplexitySides,
  FunctionChange,
  FunctionComplexity,
} from '../model/complexity.ts'
import { UserError } from '../model/errors.ts'
import { compareText } from '../model/series.ts'
import { distinct, name, text } from '../model/text.ts'

const MOST_FUNCTIONS = 5

/** Above this, lizard and radon call a function complex: McCabe 1976, https://doi.org/10.1109/TSE.1976.233837 */
const COMPLEX = 10

/**
 * Compares exact counts, so there is no noise. Throws a UserError for the outputs of two tools, because their figures differ for
 * the same code.
 */
export function compareComplexity(before: ComplexityReading, after: ComplexityReading): ComplexityChange {
  if (before.tool !== after.tool) {
    throw new UserError(
      text`Before it is ${name(before.tool)}, after it is ${name(after.tool)}: two tools count the same code differently. Use one, with the same version and options, on both sides.`,
    )
  }
  const [left, right] = [byFile(before.functions), byFile(after.functions)]
  const files = [...new Set([...left.keys(), ...right.keys()])].toSorted()
  const changedFiles = files.filter((file) => shapeOf(left.get(file)) !== shapeOf(right.get(file)))
  const isChanged = new Set(changedFiles)
  const changed = ({ file }: FunctionComplexity) => isChanged.has(file)
  return {
    tool: before.tool,
    unit: before.unit,
    changedFiles,
    changed: sidesOf(before.functions.filter(changed), after.functions.filter(changed)),
    all: sidesOf(before.functions, after.functions),
    functions: mostChanged(before.functions.filter(changed), after.functions.filter(changed)),
    notes: distinct([...before.notes, ...after.notes]),
  }
}

function byFile(functions: readonly FunctionComplexity[]): ReadonlyMap<string, readonly FunctionComplexity[]> {
  const files = new Map<string, FunctionComplexity[]>()
  for (const one of functions) files.set(one.file, [...(files.get(one.file) ?? []), one])
  return files
}

/** The functions of a file, whatever their order. */
function shapeOf(functions: readonly FunctionComplexity[] = []): string {
  return JSON.stringify(
    functions.map(({ name, complexity, functionCount: count }) => `${name}\n${complexity}\n${count}`).toSorted(),
  )
}

function sidesOf(before: readonly FunctionComplexity[], after: readonly FunctionComplexity[]): ComplexitySides {
  const [left, right] = [figuresOf(before), figuresOf(after)]
  const changeRatio = left.branchPoints === 0 ? null : right.branchPoints / left.branchPoints - 1
  return { before: left, after: right, changeRatio }
}

function figuresOf(functions: readonly FunctionComplexity[]): ComplexityFigures {
  const ascending = functions.map(({ complexity }) => complexity).toSorted((left, right) => left - right)
  const count = functions.reduce((total, one) => total + countOf(one), 0)
  const sum = ascending.reduce((total, complexity) => total + complexity, 0)
  const hasOnlyFiles = functions.some((one) => one.functionCount !== undefined)
  return {
    functions: count,
    branchPoints: sum - count,
    mean: count === 0 ? null : sum / count,
    // The nearest rank, so that some function has this complexity.
    p90: ascending[Math.ceil(0.9 * ascending.length) - 1] ?? null,
    max: ascending.at(-1) ?? null,
    overTen: hasOnlyFiles ? null : ascending.filter((complexity) => complexity > COMPLEX).length,
  }
}

function countOf({ functionCount = 1 }: FunctionComplexity): number {
  return functionCount
}

/** The functions whose number of branch points changed most. A function that is on one side only counts with all its branch points. */
function mostChanged(
  before: readonly FunctionComplexity[],
  after: readonly FunctionComplexity[],
): readonly FunctionChange[] {
  const branchPoints = (one: FunctionComplexity | null) => (one === null ? 0 : one.complexity - countOf(one))
  return pairsOf(before, after)
    .map(([was, is]) => ({ change: changeOf(was, is), size: Math.abs(branchPoints(is) - branchPoints(was)) }))
    .filter(({ size }) => size > 0)
    .toSorted((left, right) => right.size - left.size || compareText(nameOf(left.change), nameOf(right.change)))
    .slice(0, MOST_FUNCTIONS)
    .map(({ change }) => change)
}

function changeOf(was: FunctionComplexity | null, is: FunctionComplexity | null): FunctionChange {
  const { file, name } = (is ?? was) as FunctionComplexity
  return { file, name, before: was?.complexity ?? null, after: is?.complexity ?? null }
}

function nameOf({ file, name }: FunctionChange): string {
  return `${file}\n${name}`
}

/**
 * Pairs the functions of both sides. Functions of the same file and name are paired; if several share both, as functions without
 * a name do, the n-th is paired with the n-th. The others are paired by name across files if each side has exactly one of that
 * name, because then its file was renamed.
 */
function pairsOf(before: readonly FunctionComplexity[], after: readonly FunctionComplexity[]): readonly Pair[] {
  const [left, right] = [numbered(before), numbered(after)]
  const stayed = [...left].flatMap(([key, one]): readonly Pair[] => {
    const now = right.get(key)
    return now === undefined ? [] : [[one, now]]
  })
  const gone = [...left].flatMap(([key, one]) => (right.has(key) ? [] : [one]))
  const come = [...right].flatMap(([key, one]) => (left.has(key) ? [] : [one]))
  const partner = (one: FunctionComplexity) => {
    const same = come.filter(({ name }) => name === one.name)
    return same.length === 1 && gone.filter(({ name }) => name === one.name).length === 1 ? same[0] : undefined
  }
  const moved = new Set(gone.flatMap((one) => partner(one) ?? []))
  return [
    ...stayed,
    ...gone.map((one): Pair => [one, partner(one) ?? null]),
    ...come.filter((one) => !moved.has(one)).map((one): Pair => [null, one]),
  ]
}

type Pair = readonly [FunctionComplexity | null, FunctionComplexity | null]

function numbered(functions: readonly FunctionComplexity[]): ReadonlyMap<string, FunctionComplexity> {
  const seen = new Map<string, number>()
  return new Map(
    functions.map((one) => {
      const key = JSON.stringify([one.file, one.name])
      const number = (seen.get(key) ?? 0) + 1
      seen.set(key, number)
      return [`${key} ${number}`, one]
    }),
  )
}

import type { Text } from './text.ts'

/** One function as a tool counts it: cyclomatic complexity is the number of branch points plus one. */
export type FunctionComplexity = Readonly<{
  file: string
  name: string
  complexity: number
  /** The number of functions in the sum, if the tool only has files. Absent: it is one function. */
  functionCount?: number
}>

/** The complexity that one output of a tool has. */
export type ComplexityReading = Readonly<{
  /** `lizard`, `eslint`, ... Figures of two tools are never compared. */
  tool: string
  /** Whether `functions` are functions, or files because the tool has no functions. */
  unit: 'function' | 'file'
  functions: readonly FunctionComplexity[]
  /** What is not counted, in full sentences. */
  notes: readonly Text[]
}>

/** Figures over functions. Unknown if there is no function, or if the tool only has files. */
export type ComplexityFigures = Readonly<{
  functions: number
  /** The sum of complexity - 1: it stays the same when a function is only split. */
  branchPoints: number
  mean: number | null
  /** Over files, if the tool only has files. */
  p90: number | null
  max: number | null
  /** null: the tool only has files. */
  overTen: number | null
}>

export type ComplexitySides = Readonly<{
  before: ComplexityFigures
  after: ComplexityFigures
  /** The change of the branch points: -0.3 is 30 % fewer. null: there were none. */
  changeRatio: number | null
}>

/** One function on both sides; null: it is not on that side. */
export type FunctionChange = Readonly<{ file: string; name: string; before: number | null; after: number | null }>

export type ComplexityChange = Readonly<{
  tool: string
  unit: ComplexityReading['unit']
  changedFiles: readonly string[]
  /** All functions of the files that differ, on both sides. A goal is compared with these figures. */
  changed: ComplexitySides
  all: ComplexitySides
  /** The five that changed most. */
  functions: readonly FunctionChange[]
  notes: readonly Text[]
}>

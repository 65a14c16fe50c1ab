/** One function as a tool counts it: cyclomatic complexity is the number of branch points plus one. */
export type FunctionComplexity = Readonly<{
  file: string
  name: string
  complexity: number
  /** Of how many functions it is the sum, where a tool only has files. Absent: it is one function. */
  functions?: number
}>

/** What one output of a tool says. */
export type ComplexityReading = Readonly<{
  /** `lizard`, `eslint`, ... Figures of two tools are never compared. */
  tool: string
  /** Whether `functions` are functions, or files of a tool that has no more. */
  unit: 'function' | 'file'
  functions: readonly FunctionComplexity[]
  /** What is not counted, in full sentences. */
  notes: readonly string[]
}>

/** Figures over functions. Unknown where there is no function, or where the tool only has files. */
export type ComplexityFigures = Readonly<{
  functions: number
  /** The sum of complexity - 1: it stays the same when a function is only split. */
  branchPoints: number
  mean: number | null
  /** Of files, where the tool only has those. */
  p90: number | null
  max: number | null
  /** null: the tool only has files. */
  overTen: number | null
}>

export type ComplexitySides = Readonly<{
  before: ComplexityFigures
  after: ComplexityFigures
  /** Of the branch points: -0.3 is 30 % fewer. null: there were none. */
  changeRatio: number | null
}>

/** One function on both sides; null: it is not there. */
export type FunctionChange = Readonly<{ file: string; name: string; before: number | null; after: number | null }>

export type ComplexityChange = Readonly<{
  tool: string
  unit: ComplexityReading['unit']
  changedFiles: readonly string[]
  /** The files that differ, whole, on both sides: what a goal is held against. */
  changed: ComplexitySides
  all: ComplexitySides
  /** The five that changed most. */
  functions: readonly FunctionChange[]
  notes: readonly string[]
}>

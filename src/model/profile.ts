import type { RefusedFile, Side } from './run.ts'
import type { Text } from './text.ts'

/** What a profiler counted. What may be compared, and the words of the report, depend on it. */
export type Counted =
  | 'cpu-time'
  | 'wall-time'
  | 'instructions'
  | 'allocations'
  | 'heap-cost'
  | 'allocated-bytes'
  | 'live-bytes'
  | 'peak-bytes'
  | 'leaked-bytes'
  | 'lock-delay'
  | 'events'

/** The language by whose rules a function is named. */
export type Language = 'native' | 'rust' | 'go' | 'java' | 'javascript' | 'python'

/** A function as a profiler names it. `file`: of its source. `library`: the binary that holds it. `line`: where it starts. */
export type Frame = Readonly<{
  name: string
  file: string | null
  library: string | null
  line: number | null
}>

/**
 * One stack, from the outermost function to the innermost, as positions in the table of frames. `line`: the running line in the
 * script of the innermost function, if the profiler has it.
 */
type Stack = Readonly<{ frames: readonly number[]; weight: number; line: number | null }>

/** One file of a profiler, whatever its format. */
export type Profile = Readonly<{
  /** Id of the format in profiles/registry.ts. */
  format: string
  /** The usual name of the profiler: `perf`. */
  tool: string
  counted: Counted
  unit: 'samples' | 'ns' | 'instructions' | 'bytes' | 'allocations' | 'events'
  /**
   * How two sides are compared. `sampled`: statistics over runs. `exact`: the same program gives the same counts, so a difference
   * is a change. `shown`: not compared, because no reliable rule is known.
   */
  nature: 'sampled' | 'exact' | 'shown'
  language: Language
  /** The number of samples. null: the file does not say, or nothing was sampled. */
  samples: number | null
  frames: readonly Frame[]
  stacks: readonly Stack[]
  /** false: a flat table, in which each stack is one function. */
  hasCallers: boolean
  /** What the reader left out or had to assume, and known errors of the tool, in full sentences. */
  notes: readonly Text[]
}>

/** One function on one side, added up. Weights are in the unit of the profile. */
export type FunctionTime = Readonly<{
  name: string
  isOwn: boolean
  /** The weight of the samples in which the function itself ran. */
  selfWeight: number
  /** The weight of the samples in which it was the innermost function of own code. The libraries that it called are included. */
  ownWeight: number
  /** The weight of the samples in which it was on the stack. */
  totalWeight: number
}>

export type FunctionVerdict = 'slower' | 'faster' | 'not-proven' | 'new' | 'gone'

/** One function on both sides. Shares are of the time in own code. */
export type FunctionChange = Readonly<{
  name: string
  baselineShare: number
  candidateShare: number
  /** Mean weight per request, or per run if the requests are not known. */
  baselineWeight: number
  candidateWeight: number
  /** null: the function is missing on one side, or there is nothing to compare with. */
  changeRatio: number | null
  /** 95 %, two-sided. null: not known. */
  interval: readonly [number, number] | null
  /** Adjusted for the number of tested functions. null: no test was made. */
  pValue: number | null
  verdict: FunctionVerdict
}>

/** A node of the merged stacks of both sides. Weights are shares of each side's whole. */
export type FlameNode = Readonly<{
  name: string
  baseline: number
  candidate: number
  children: readonly FlameNode[]
}>

/** The comparison of the profiles of one tool for one service. */
export type ProfileComparison = Readonly<{
  tool: string
  counted: Counted
  unit: Profile['unit']
  /** Why nothing is proven, in full sentences. null: the functions were tested. */
  notCompared: Text | null
  /** How many profiles each side has. */
  runs: Readonly<{ baseline: number; candidate: number }>
  samples: Readonly<{ baseline: number | null; candidate: number | null }>
  /** `per-request`: of one request. `per-run`: of one whole run. `relative`: compared with the other functions. */
  scale: 'per-request' | 'per-run' | 'relative'
  /** The common change of all functions, from a slow machine or another load. null: not known. */
  commonRatio: number | null
  /** The smallest change that these data would have shown, for a function with a tenth of the time. null: no test was made. */
  detectableRatio: number | null
  /** The total of an exact tool. null: the tool is not exact. */
  total: Readonly<{ baseline: number; candidate: number; changeRatio: number | null }> | null
  /** Proven first, then the largest. At most ten. */
  functions: readonly FunctionChange[]
  flame: FlameNode
  notes: readonly Text[]
}>

/** A profile that lies beside a run, or why it cannot be read. */
export type CollectedProfile = Readonly<{
  service: string
  side: Side
  /** An id of the run. It is the same for all files of the run. */
  run: string
  /** The name of the file. */
  name: string
  path: string
  /** The number of requests in the run. null: not known. */
  requests: number | null
  content: Readonly<{ kind: 'profile'; profile: Profile }> | Readonly<{ kind: 'unreadable'; problem: Text }>
}>

/** All profiles of one service, and what could not be read. */
export type ServiceProfiles = Readonly<{
  service: string
  comparisons: readonly ProfileComparison[]
  refusals: readonly RefusedFile[]
}>

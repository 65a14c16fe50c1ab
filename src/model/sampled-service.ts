import { formatValue } from './numbers.ts'
import type { IdentifiedRun } from './run.ts'
import { type Text, text } from './text.ts'

/** How a service was set up while its processor and memory were sampled, in one run. */
export type SampledService = Readonly<{
  /** What counted: `procfs`, `cgroup2`. null: not known. */
  source: string | null
  instances: number
  /** Of the load that counts. */
  seconds: number
  /** What the busiest instance needed in nine of ten seconds. null: too short to tell. */
  busiestCores: number | null
  /** Of each instance. null: none, or not known. */
  cpuLimitCores: number | null
  memoryLimitBytes: number | null
  /** How much memory grew with each request in the second half of the load. null or absent: not known. */
  memoryGrowthBytesPerRequest?: number | null
  /** The most memory since the process started, also before the load. null or absent: not known. */
  memoryPeakBytes?: number | null
}>

/**
 * How the set-ups of two sides differ, in sentences. Empty: in nothing that is known of both. Processor and memory under another limit,
 * shared by more instances, or counted in another way, are not those of the change.
 */
export function setUpDifferences(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
): readonly Text[] {
  return FACTS.flatMap(({ fact, words }) => {
    const [before = '', now = ''] = [baseline, candidate].map((runs) => {
      const known = runs.flatMap(({ run }) => (run.sampled === undefined ? [] : [words(run.sampled)]))
      return [...new Set(known)].sort().join(' and ')
    })
    if (before === '' || now === '' || before === now) return []
    return [text`${fact} was ${before} before and is ${now} now.`]
  })
}

type Fact = Readonly<{ fact: Text; words(one: SampledService): string }>

const FACTS: readonly Fact[] = [
  { fact: text`The number of instances`, words: ({ instances }) => `${instances}` },
  { fact: text`The processor limit`, words: ({ cpuLimitCores }) => limit(cpuLimitCores, (cores) => `${cores} cores`) },
  {
    fact: text`The memory limit`,
    words: ({ memoryLimitBytes }) => limit(memoryLimitBytes, (bytes) => formatValue(bytes, 'bytes')),
  },
  { fact: text`What counted processor and memory`, words: ({ source }) => source ?? 'not said' },
]

function limit(value: number | null, words: (value: number) => string): string {
  return value === null ? 'none' : words(value)
}

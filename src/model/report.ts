import type { OverridePolicy } from './policy.ts'
import type { Text } from './text.ts'

/**
 * What the report says that is not in the verdict: where it will be read, and where to look further.
 * null is unknown, and the report then leaves the words out.
 */
export type ReportContext = Readonly<{
  /** Name of the gate: the input `name`. Default `perf-gate`. */
  gateName: string
  /** Who reads it: it decides the words for the consequence and for the two sides. */
  generatedFor: 'pull-request' | 'push' | 'command-line'
  /** `owner/name`. */
  repository: string | null
  /** The commit that was judged. */
  headSha: string | null
  /** Name of the branch that the baseline comes from. */
  baseBranch: string | null
  pullRequest: number | null
  /** Page of the workflow run that holds the whole report. Only https addresses are linked. */
  runUrl: string | null
  runId: number | null
  /** `.github/perf-gate.yml at abc1234`; null: no policy file, the defaults hold. */
  policySource: string | null
  /** The commit of the base branch at which the policy was looked for. Absent: no commit's. */
  policyCommit?: string
  /** Label of an override; null where there are no overrides, such as on the command line. */
  overrideLabel: string | null
  /** Who may override, and how. Absent: the report says it in general words. */
  overrideRules?: Readonly<{ policy: OverridePolicy; needsSecondPerson: boolean }>
  /** How the action is written in a workflow: `owner/perf-gate@v1`. null: a placeholder is printed. */
  actionReference: string | null
  /** What readers must know before they trust the numbers, in full sentences: such as that they come from a fork. */
  notes?: readonly Text[]
}>

/** A tag of the repository. Its name comes from outside. */
export type Tag = Readonly<{ name: string; commit: string }>

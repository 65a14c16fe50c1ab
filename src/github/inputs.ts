import * as z from 'zod'
import { UserError } from '../model/errors.ts'

/** The checked inputs of action.yml. null: not set, so the policy file or the event decides. */
export type Inputs = Readonly<{
  name: string
  mode: 'auto' | 'gate' | 'record' | 'watch'
  /** A folder on disk. */
  results: string | null
  /** Glob over the names of artifacts. */
  artifacts: string
  /** File name of the workflow that runs the load test: `perf.yml`. null: this workflow. */
  loadTestWorkflow: string | null
  policy: string
  /** The text of the input, such as `5%`. */
  maxRegression: string | null
  overrideLabel: string | null
  baselineStore: string
  /** Globs over branches that are recorded besides the default branch. */
  baselineBranches: readonly string[]
  mergeQueue: 'carry-over' | 'rerun'
  comment: 'always' | 'on-change' | 'on-failure' | 'never'
  /** Is an issue opened for a regression that reached a recorded branch? */
  regressionIssue: 'always' | 'never'
  /** The address of Prometheus. null: not set, so nothing can be watched. */
  prometheusUrl: string | null
  prometheusToken: string | null
  /** The type of the `repository_dispatch` event that asks for a roll-back. null: no event is sent. */
  rollbackEvent: string | null
  githubToken: string
}>

const OptionalText = z.string().transform((text) => (text === '' ? null : text))

const InputTexts = z.object({
  // The name is a folder of the data branch and the context of a status.
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'use letters, digits, dot, underscore and hyphen, at most 64'),
  mode: z.enum(['auto', 'gate', 'record', 'watch'], 'use auto, gate, record or watch'),
  results: OptionalText,
  artifacts: z.string().min(1, 'give a name or a pattern such as perf-results*').max(256, 'use at most 256 characters'),
  'load-test-workflow': z
    .string()
    .regex(/^$|^(?:\.github\/workflows\/)?[\w.-]+\.ya?ml$/, 'give the file name of a workflow, such as perf.yml')
    .transform((path) => path.replace('.github/workflows/', '') || null),
  policy: z
    .string()
    .min(1, 'give the path of the policy file')
    .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), 'give a path inside the repository'),
  'max-regression': OptionalText,
  'override-label': OptionalText,
  'baseline-store': z.string().min(1, 'use branch, branch:<name>, artifact or directory:<path>'),
  'baseline-branches': z.string().transform((text) => text.split(/[\s,]+/).filter((pattern) => pattern !== '')),
  'merge-queue': z.enum(['carry-over', 'rerun'], 'use carry-over or rerun'),
  comment: z.enum(['always', 'on-change', 'on-failure', 'never'], 'use always, on-change, on-failure or never'),
  'regression-issue': z.enum(['always', 'never'], 'use always or never'),
  'prometheus-url': OptionalText,
  'prometheus-token': OptionalText,
  'rollback-event': z
    .string()
    // https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event
    .max(100, 'use at most 100 characters')
    .transform((text) => text || null),
  'github-token': z.string().min(1, 'leave the input out, or give a token'),
})

/** The values of inputs that the workflow does not set. action.yml has the same values; a test compares them. */
export const INPUT_DEFAULTS: Readonly<Record<string, string>> = {
  name: 'perf-gate',
  mode: 'auto',
  artifacts: '{k6,perf}-results*',
  policy: '.github/perf-gate.yml',
  'baseline-store': 'branch',
  'merge-queue': 'carry-over',
  comment: 'always',
  'regression-issue': 'always',
}

/**
 * The inputs of this run. `getInput` is that of @actions/core: it returns "" for an input that is not set.
 * Throws a UserError that names every wrong input, the value that was found and what to write.
 */
export function readInputs(getInput: (name: string) => string): Inputs {
  const names = Object.keys(InputTexts.shape)
  const texts = Object.fromEntries(names.map((name) => [name, getInput(name).trim() || (INPUT_DEFAULTS[name] ?? '')]))
  const read = InputTexts.safeParse(texts)
  if (!read.success) throw new UserError(read.error.issues.map((issue) => describe(issue, texts)).join('\n'))
  const { data } = read
  return {
    name: data.name,
    mode: data.mode,
    results: data.results,
    artifacts: data.artifacts,
    loadTestWorkflow: data['load-test-workflow'],
    policy: data.policy,
    maxRegression: data['max-regression'],
    overrideLabel: data['override-label'],
    baselineStore: data['baseline-store'],
    baselineBranches: data['baseline-branches'],
    mergeQueue: data['merge-queue'],
    comment: data.comment,
    regressionIssue: data['regression-issue'],
    prometheusUrl: data['prometheus-url'],
    prometheusToken: data['prometheus-token'],
    rollbackEvent: data['rollback-event'],
    githubToken: data['github-token'],
  }
}

function describe({ path, message }: z.core.$ZodIssue, texts: Readonly<Record<string, string>>): string {
  const name = String(path[0])
  return `The input \`${name}\` cannot be ${JSON.stringify(texts[name])}: ${message}.`
}

import { capitalized, joined, listed, type Text, text } from '../model/text.ts'
import { hasWholeResults, type LoadTest } from './load-test-run.ts'

/** Runs that left no results, beside the load tests that left some. */
type OtherRuns = Readonly<{
  /** The newest run of the load test, if that is a workflow of its own. null: not known, or every label starts a run. */
  newest: Readonly<{ workflowRunId: number; conclusion: string | null }> | null
  /** The gate's own run, if it should have measured and left no results. */
  silentRun: number | null
}>

/** At most this many jobs are named, so that line 2 of the report stays short. */
const MAX_PROBLEMS = 3

/**
 * What readers must know about load tests that are judged together, in full sentences: which load tests they are, which failed, and which
 * left no results. Empty for a single load test that succeeded.
 *
 * @param loadTests the newest first
 */
export function loadTestNotes(loadTests: readonly LoadTest[], { newest, silentRun }: OtherRuns): readonly Text[] {
  const judged = loadTests.filter(hasWholeResults)
  const failed = judged.filter(({ problems }) => problems.length > 0)
  const cutShort = loadTests.filter(({ isCutShort, artifacts }) => isCutShort && artifacts.length > 0)
  return [
    ...togetherText(judged),
    ...failed.map((one) => text`${capitalized(nameOf(one))} did not end well: ${problemsText(one)}.`),
    ...cutShort.map(
      (one) => text`Left out: ${nameOf(one)} was cut short (${problemsText(one)}), so its results are incomplete.`,
    ),
    ...loadTests.flatMap(silentAttempt),
    ...vanishedText(judged),
    ...silentRunText(loadTests, newest, silentRun),
  ]
}

function togetherText(judged: readonly LoadTest[]): readonly Text[] {
  if (judged.length < 2) return []
  const all = judged.map(nameOf)
  return [
    text`${judged.length} load tests of this commit are judged together: ${joined(all.slice(0, -1), text`, `)} and ${all.at(-1) ?? []}. A rerun adds to what is there.`,
  ]
}

/** If the names of artifacts are fixed, the upload of a later attempt may be refused: https://github.com/NVIDIA/aicr/pull/1928 */
function silentAttempt(one: LoadTest): readonly Text[] {
  const { artifacts, problems, runAttempt, isCutShort } = one
  if (artifacts.length > 0 || runAttempt === 1 || problems.length === 0) return []
  const hint = text` If its upload was refused because the name is taken, put the attempt into the names of the artifacts.`
  return [text`${capitalized(nameOf(one))} left no results: ${problemsText(one)}.${isCutShort ? [] : hint}`]
}

/** https://github.com/actions/upload-artifact/issues/585: after "Re-run all jobs", artifacts of earlier attempts may not be listed any more. */
function vanishedText(judged: readonly LoadTest[]): readonly Text[] {
  const runs = new Set(judged.map(({ workflowRunId }) => workflowRunId))
  return [...runs].flatMap((id) => {
    const first = Math.min(...judged.flatMap((one) => (one.workflowRunId === id ? [one.runAttempt] : [])))
    return first === 1
      ? []
      : [text`Of the attempts of run ${`${id}`} before attempt ${first}, GitHub lists no results.`]
  })
}

function silentRunText(
  loadTests: readonly LoadTest[],
  newest: OtherRuns['newest'],
  silentRun: number | null,
): readonly Text[] {
  if (silentRun !== null)
    return [text`This run left no results (run ${`${silentRun}`}): these are of earlier runs of the same commit.`]
  if (newest === null || loadTests.some(({ workflowRunId }) => workflowRunId === newest.workflowRunId)) return []
  return [
    text`The newest load test left no results (run ${`${newest.workflowRunId}`}, ${newest.conclusion ?? text`no conclusion`}): these are of earlier runs of the same commit.`,
  ]
}

function nameOf({ workflowRunId, runAttempt }: LoadTest): Text {
  const run = text`run ${`${workflowRunId}`}`
  return runAttempt === 1 ? run : text`attempt ${runAttempt} of ${run}`
}

function problemsText({ problems }: LoadTest): Text {
  return listed(problems, MAX_PROBLEMS)
}

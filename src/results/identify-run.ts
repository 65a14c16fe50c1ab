import { K6, majorVersionOfK6 } from '../formats/k6-tool.ts'
import type { IdentifiedRun, Run, Side } from '../model/run.ts'
import type { RunContent } from './run-files.ts'
import type { RunFolder } from './run-folder.ts'
import type { RunJson } from './run-json.ts'

type Defaults = Readonly<{ defaultCommit: string | null; defaultSide: Side }>

/**
 * Combines what a run measured with where it came from. `run.json` is untrusted: it can make a run less comparable, never more
 * trusted.
 */
export function identifyRun(
  group: RunFolder,
  content: Extract<RunContent, { kind: 'read' }>,
  { defaultCommit, defaultSide }: Defaults,
): IdentifiedRun {
  const { placement } = group.first
  const { runJsons, exitCode } = content
  const run = withStampedVersion(content.run, runJsons)
  const instances = new Set(group.files.flatMap((one) => one.placement.instance ?? [])).size
  const artifactIds = [...new Set(group.files.map((one) => one.file.artifact?.id ?? null))]
  const namedJob = joinedValue(runJsons.map(({ jobId }) => jobId)) ?? jobOfLeg(placement.leg, defaultSide)
  return {
    service: placement.service,
    side: placement.side,
    runNumber: placement.runNumber ?? runJsons[0]?.slot ?? 1,
    jobId: jobIdOf(artifactIds, namedJob),
    testedCommit: joinedValue(runJsons.map(({ testedCommit }) => testedCommit)) ?? defaultCommit,
    startedAt: runJsons.map(({ startedAt }) => startedAt ?? '').sort()[0] || null,
    conditions: conditionsOf(run, runJsons),
    source: sourceOf(group, content.resultPath),
    ...(instances > 1 ? { instances } : {}),
    exitCode,
    ...(content.missedGoals === true ? { missedGoals: true } : {}),
    run,
  }
}

function conditionsOf(run: Run, runJsons: readonly RunJson[]): IdentifiedRun['conditions'] {
  return {
    machine: joinedValue(runJsons.map(({ machine }) => machine)),
    load: withSelection(joinedValue(runJsons.map(({ load }) => load)), run.selection?.applied ?? null),
    scriptHash: joinedValue([run.scriptHash, ...runJsons.map(({ scriptHash }) => scriptHash)]),
    tool:
      run.tool === undefined
        ? majorVersionOfK6(run.toolVersion ?? joinedValue(runJsons.map(versionOfK6)))
        : toolText(run.tool, run),
  }
}

function sourceOf(group: RunFolder, resultPath: string): IdentifiedRun['source'] {
  const { artifact } = group.first.file
  const { runPath } = group.first.placement
  return {
    workflowRunId: artifact?.workflowRunId ?? null,
    runAttempt: artifact?.runAttempt ?? null,
    artifactId: artifact?.id ?? null,
    artifactDigest: artifact?.digest ?? null,
    path: runPath === '' ? pathOf(resultPath, group) : runPath,
    ...partOf(group.first),
  }
}

/** The path of a result that is a tree is its top folder, not its first file. */
function pathOf(path: string, { files }: RunFolder): string {
  const tree = files.map(({ claim }) => (claim.kind === 'result' ? claim.format.treeFolder : undefined))
  const folder = tree.find((name) => name !== undefined)
  if (folder === undefined) return path
  const names = path.split('/')
  return names.includes(folder) ? names.slice(0, names.indexOf(folder) + 1).join('/') : folder
}

/**
 * Results of tools other than k6 seldom name the version of the tool. Then the version in run.json is used, if run.json names the
 * same tool.
 */
function withStampedVersion(run: Run, runJsons: readonly RunJson[]): Run {
  if (run.tool === undefined || run.toolVersion !== null) return run
  const stamped = runJsons.filter(({ tool }) => tool === run.tool).map(({ toolVersion }) => toolVersion)
  return { ...run, toolVersion: joinedValue(stamped) }
}

function versionOfK6({ tool, toolVersion, k6Version }: RunJson): string | null | undefined {
  return tool === K6.name ? (toolVersion ?? k6Version) : k6Version
}

/**
 * Which part of the load test this is. In a folder of results each leg of a matrix is a folder. The number of the attempt at the
 * end of its name is left out.
 */
function partOf({ file: { artifact }, placement: { leg } }: RunFolder['first']): Pick<IdentifiedRun['source'], 'part'> {
  if (artifact !== null) return { part: artifact.part ?? artifact.name }
  return leg === null ? {} : { part: leg.replace(/--\d+$/, '') }
}

/** A run whose first 30 s are left out measures something else than the whole run, so the selection is a part of the load. */
function withSelection(load: string | null, selection: string | null): string | null {
  if (selection === null) return load
  return load === null ? `samples ${selection}` : `${load}; samples ${selection}`
}

/**
 * The value of all load generators of a run. If they differ, all values are joined, so that two runs are equal only if all values
 * are equal. null: unknown.
 */
function joinedValue(values: readonly (string | null | undefined)[]): string | null {
  const known = [...new Set(values.filter((value) => value != null))].sort()
  return known.length === 0 ? null : known.join('+')
}

/**
 * Each leg of a matrix is a job. The same leg in the two folders of a comparison is not the same job, so the side is in the name.
 */
function jobOfLeg(leg: string | null, side: Side): string | null {
  return leg === null ? null : `${side}/${leg}`
}

/**
 * If the results come from artifacts, their ids are a part of the id of the job: no artifact can claim the machine of another
 * artifact.
 */
function jobIdOf(artifactIds: readonly (number | null)[], jobId: string | null): string | null {
  const artifacts = artifactIds.flatMap((id) => (id === null ? [] : [`artifact-${id}`]))
  if (artifacts.length === 0) return jobId
  return jobId === null ? artifacts.join('+') : `${artifacts.join('+')}:${jobId}`
}

/**
 * The tool, its major version and how it counts: `JMH v1`, `Locust, request log`. The version of k6 in `run.json` is not used,
 * because k6 may be installed on the machine and yet not be the tool of this result.
 */
function toolText(tool: string, { toolVersion, basis }: Run): string {
  const major = /^v?(\d{1,4})\./.exec(toolVersion ?? '')?.[1]
  return [major === undefined ? tool : `${tool} v${major}`, ...(basis === undefined ? [] : [basis])].join(', ')
}

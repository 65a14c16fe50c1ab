import { K6, majorVersionOfK6 } from '../formats/k6-tool.ts'
import type { IdentifiedRun, Run, Side } from '../model/run.ts'
import type { RunContent } from './run-files.ts'
import type { RunFolder } from './run-folder.ts'
import type { RunJson } from './run-json.ts'

type Defaults = Readonly<{ defaultCommit: string | null; defaultSide: Side }>

/** Puts together what a run measured and where it came from. `run.json` can only make it less comparable, never more trusted. */
export function identifyRun(
  group: RunFolder,
  content: Extract<RunContent, { kind: 'read' }>,
  { defaultCommit, defaultSide }: Defaults,
): IdentifiedRun {
  const { file, placement } = group.first
  const { runJsons } = content
  const run = withStampedVersion(content.run, runJsons)
  const instances = new Set(group.files.flatMap((one) => one.placement.instance ?? [])).size
  const artifactIds = [...new Set(group.files.map((one) => one.file.artifact?.id ?? null))]
  return {
    service: placement.service,
    side: placement.side,
    runNumber: placement.runNumber ?? runJsons[0]?.slot ?? 1,
    jobId: jobIdOf(artifactIds, together(runJsons.map(({ jobId }) => jobId)) ?? jobOfLeg(placement.leg, defaultSide)),
    testedCommit: together(runJsons.map(({ testedCommit }) => testedCommit)) ?? defaultCommit,
    startedAt: runJsons.map(({ startedAt }) => startedAt ?? '').sort()[0] || null,
    conditions: {
      machine: together(runJsons.map(({ machine }) => machine)),
      load: withSelection(together(runJsons.map(({ load }) => load)), run.selection?.applied ?? null),
      scriptHash: together([run.scriptHash, ...runJsons.map(({ scriptHash }) => scriptHash)]),
      tool:
        run.tool === undefined
          ? majorVersionOfK6(run.toolVersion ?? together(runJsons.map(versionOfK6)))
          : toolText(run.tool, run),
    },
    source: {
      workflowRunId: file.artifact?.workflowRunId ?? null,
      runAttempt: file.artifact?.runAttempt ?? null,
      artifactId: file.artifact?.id ?? null,
      artifactDigest: file.artifact?.digest ?? null,
      path: placement.runPath === '' ? pathOf(content.resultPath, group) : placement.runPath,
      ...partOf(group.first),
    },
    ...(instances > 1 ? { instances } : {}),
    exitCode: content.exitCode,
    ...(content.missedGoals === true ? { missedGoals: true } : {}),
    run,
  }
}

/** A result that is a tree is called after its top, not after the first of its files. */
function pathOf(path: string, { files }: RunFolder): string {
  const tree = files.map(({ claim }) => (claim.kind === 'result' ? claim.format.treeFolder : undefined))
  const folder = tree.find((name) => name !== undefined)
  if (folder === undefined) return path
  const names = path.split('/')
  return names.includes(folder) ? names.slice(0, names.indexOf(folder) + 1).join('/') : folder
}

/** A result of another tool seldom names its version. A stamp counts where it is of that tool. */
function withStampedVersion(run: Run, runJsons: readonly RunJson[]): Run {
  if (run.tool === undefined || run.toolVersion !== null) return run
  const stamped = runJsons.filter(({ tool }) => tool === run.tool).map(({ toolVersion }) => toolVersion)
  return { ...run, toolVersion: together(stamped) }
}

function versionOfK6({ tool, toolVersion, k6Version }: RunJson): string | null | undefined {
  return tool === K6.name ? (toolVersion ?? k6Version) : k6Version
}

/** In a folder of results the legs of a matrix are folders; the number of the attempt at the end of their names does not count. */
function partOf({ file: { artifact }, placement: { leg } }: RunFolder['first']): Pick<IdentifiedRun['source'], 'part'> {
  if (artifact !== null) return { part: artifact.part ?? artifact.name }
  return leg === null ? {} : { part: leg.replace(/--\d+$/, '') }
}

/** A run without its first 30 s is another measurement than the whole run. */
function withSelection(load: string | null, selection: string | null): string | null {
  if (selection === null) return load
  return load === null ? `samples ${selection}` : `${load}; samples ${selection}`
}

/** What all of them say, or all that they say together, so that two runs are only equal where they are equal in all. null: unknown. */
function together(values: readonly (string | null | undefined)[]): string | null {
  const known = [...new Set(values.filter((value) => value != null))].sort()
  return known.length === 0 ? null : known.join('+')
}

/** Legs of a matrix are jobs. The same leg of two folders that are compared is not the same job: each folder has its side. */
function jobOfLeg(leg: string | null, side: Side): string | null {
  return leg === null ? null : `${side}/${leg}`
}

/** A job named in `run.json` counts only inside its own artifacts: one artifact cannot claim the machine of another. */
function jobIdOf(artifactIds: readonly (number | null)[], jobId: string | null): string | null {
  const artifacts = artifactIds.flatMap((id) => (id === null ? [] : [`artifact-${id}`]))
  if (artifacts.length === 0) return jobId
  return jobId === null ? artifacts.join('+') : `${artifacts.join('+')}:${jobId}`
}

/** `JMH v1`, `Locust, request log`. Not in it: what `run.json` says of k6, which may be on the same machine. */
function toolText(tool: string, { toolVersion, basis }: Run): string {
  const major = /^v?(\d{1,4})\./.exec(toolVersion ?? '')?.[1]
  return [major === undefined ? tool : `${tool} v${major}`, ...(basis === undefined ? [] : [basis])].join(', ')
}

import { readFile } from 'node:fs/promises'
import { argv, cpuUsage, stdout } from 'node:process'
import type { ResultSet } from '../../src/gate.ts'
import { collect, runGate } from '../../src/gate.ts'
import { UserError } from '../../src/model/errors.ts'
import type { ReportContext } from '../../src/model/report.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { readArtifactZip } from '../../src/results/zip.ts'

/*
 * A process of its own that judges one artifact, as the Action does: the zip, the runs in it, the gate, the report. It prints
 * what came of it as JSON, with the memory and the time that it took. Start it with scripts/load-templates.ts.
 *
 *   node --import ./scripts/load-templates.ts judge-artifact.ts FILE
 */

export type Judged = Readonly<{
  outcome: string
  blocked: boolean
  comment: string
  statusDescription: string
  /** Why files were refused, with their paths. */
  problems: readonly string[]
  /** How many runs could be read. */
  runs: number
  peakMemoryBytes: number
  /** Processor time: it does not depend on what else the machine does. */
  cpuMs: number
}>

const ARTIFACT = { name: 'k6-results-shop', id: 1, digest: null, workflowRunId: 2, runAttempt: 1 }

const CONTEXT: ReportContext = {
  gateName: 'perf-gate',
  generatedFor: 'command-line',
  repository: null,
  headSha: null,
  baseBranch: null,
  pullRequest: null,
  runUrl: null,
  runId: null,
  policySource: null,
  overrideLabel: null,
  actionReference: null,
}

const OPTIONS = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: 'f'.repeat(40) } as const

/** As action/results.ts: what is wrong with a zip refuses the artifact, and the gate still says so. */
async function resultSet(bytes: Buffer): Promise<ResultSet> {
  try {
    return { files: await readArtifactZip(bytes, ARTIFACT), refusals: [], options: OPTIONS }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const refusal = { service: 'shop', side: 'candidate', path: ARTIFACT.name, problem: error.said } as const
    return { files: [] as readonly ResultFile[], refusals: [refusal], options: OPTIONS }
  }
}

/**
 * The peak of this process. The one of getrusage is not: it begins with that of the process that started this one.
 * https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
 */
async function peakMemoryBytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1024
}

const bytes = await readFile(argv[2] ?? '')
const policy = defaultPolicy({})
const sets = [await resultSet(bytes)]
const { verdict, report, collected } = await runGate(
  { policy, context: CONTEXT, origin: 'same-results' },
  { sets, collected: await collect(sets, policy), lookup: null, ancestry: null },
)
const { user, system } = cpuUsage()
const judged: Judged = {
  outcome: verdict.outcome,
  blocked: verdict.blocked,
  comment: report.comment,
  statusDescription: report.statusDescription,
  problems: collected.refusals.map(({ path, problem }) => `${path}: ${problem}`),
  runs: collected.runs.length,
  peakMemoryBytes: await peakMemoryBytes(),
  cpuMs: (user + system) / 1000,
}
stdout.write(JSON.stringify(judged))

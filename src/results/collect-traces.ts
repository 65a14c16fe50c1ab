import { UserError } from '../model/errors.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { text, withValues } from '../model/text.ts'
import type { CollectedTraces, TraceFile } from '../model/trace.ts'
import { runBeside } from './beside-run.ts'
import type { CollectOptions } from './collect-runs.ts'
import { readPath } from './run-path.ts'

/** No load test leaves more. The spans of all files are in memory at the same time, and each takes some hundred bytes. */
const MAX_FILES = 200
const MAX_SPANS = 500_000

/**
 * Reads the files in `run-<n>/traces/`, and `traces.json` beside a result. A file that cannot be read is reported with the reason
 * and blocks nothing: traces explain a verdict, but do not change it.
 */
export async function collectTraces(
  files: readonly ResultFile[],
  runs: readonly IdentifiedRun[],
  defaults: Pick<CollectOptions, 'defaultService' | 'defaultSide'>,
): Promise<readonly CollectedTraces[]> {
  const traces = files.filter(({ path }) => readPath(path).role === 'traces')
  if (traces.length === 0) return []
  // Loaded here, because most results have no traces.
  const [{ readTraces }, { TRACE_FORMATS }] = await Promise.all([
    import('../traces/read-traces.ts'),
    import('../traces/registry.ts'),
  ])
  const collected: CollectedTraces[] = []
  let spans = 0
  for (const [index, file] of traces.entries()) {
    const content = await contentOf(index, spans, () => readTraces(file.open(), TRACE_FORMATS))
    if (content.kind === 'traces') spans += content.file.spans.length
    collected.push({ ...runBeside(file, runs, defaults), path: withoutSecrets(file.path), content })
  }
  return collected
}

async function contentOf(
  index: number,
  spans: number,
  read: () => Promise<TraceFile>,
): Promise<CollectedTraces['content']> {
  const isTooMany = index >= MAX_FILES || spans >= MAX_SPANS
  if (isTooMany) {
    const problem = text`Only ${MAX_FILES} files and ${MAX_SPANS} spans are read. Keep the traces of fewer requests: one in ten is enough.`
    return { kind: 'unreadable', problem }
  }
  try {
    return { kind: 'traces', file: await read() }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unreadable', problem: withValues(error.said, withoutSecrets) }
    throw error
  }
}

import { criterion } from './criterion.ts'
import type { Format } from './format.ts'
import { gatling } from './gatling.ts'
import { ghz } from './ghz.ts'
import { ghzCsv } from './ghz-csv.ts'
import { ghzSummary } from './ghz-summary.ts'
import { googleBenchmark } from './google-benchmark.ts'
import { hyperfine } from './hyperfine.ts'
import { jmeter } from './jmeter.ts'
import { jmh } from './jmh.ts'
import { k6HandleSummary } from './k6-handle-summary.ts'
import { k6MachineReadable } from './k6-machine-readable.ts'
import { k6PointsCsv } from './k6-points-csv.ts'
import { k6PointsNdjson } from './k6-points-ndjson.ts'
import { k6SummaryExport } from './k6-summary-export.ts'
import { locust } from './locust.ts'
import { locustStatsCsv } from './locust-stats-csv.ts'
import { perfGateDigest } from './perf-gate-digest.ts'
import { perfGateMetrics } from './perf-gate-metrics.ts'
import { wrk } from './wrk.ts'
import { wrkText } from './wrk-text.ts'

/** All formats that the gate reads. A new format, or a tool with all its formats, is one new file and one line here. */
export const FORMATS: readonly Format[] = [
  k6MachineReadable,
  k6HandleSummary,
  k6SummaryExport,
  k6PointsNdjson,
  k6PointsCsv,
  perfGateDigest,
  perfGateMetrics,
  ...hyperfine,
  ...googleBenchmark,
  ...jmh,
  ...ghz,
  ghzSummary,
  ghzCsv,
  ...locust,
  locustStatsCsv,
  ...wrk,
  wrkText,
  ...jmeter,
  ...criterion,
  ...gatling,
]

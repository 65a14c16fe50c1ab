import type { ReportContext } from '../model/report.ts'
import { written } from '../model/text.ts'
import type { Finding, Verdict } from '../model/verdict.ts'
import { sentencesWithService } from './finding-text.ts'
import { PLAIN, placeName, statisticName } from './wording.ts'

/** A line on the page of the workflow run, in plain text. */
export type Annotation = Readonly<{ level: 'error' | 'warning'; title: string; message: string }>

/**
 * The runner shows 10 errors and 10 warnings per step and drops the rest. Line 1 takes one of the 10.
 * https://github.com/actions/runner/blob/v2.336.0/src/Runner.Worker/ExecutionContext.cs (_maxCountPerIssueType)
 */
const MAX_ANNOTATIONS = 9

/** The worst findings, with blocking findings first. If an override accepts a finding, its annotation is a warning. */
export function annotations({ findings, blocked }: Verdict, { gateName }: ReportContext): readonly Annotation[] {
  return findings.slice(0, MAX_ANNOTATIONS).map((finding) => ({
    level: finding.level === 'fail' && blocked ? 'error' : 'warning',
    title: titleOf(finding, gateName),
    message: written(sentencesWithService(finding), PLAIN),
  }))
}

/** `perf-gate: p95 of GET /orders in checkout`. */
function titleOf({ service, endpoint, metric, stat }: Finding, gateName: string): string {
  if (service === null) return gateName
  const place = placeName({ service, endpoint }, PLAIN)
  const what = metric === null || stat === null ? place : `${statisticName({ metric, stat }, PLAIN)} of ${place}`
  return `${gateName}: ${what}`
}

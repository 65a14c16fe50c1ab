import type { Series } from '../model/comparison.ts'
import { quantityOf } from '../model/quantity.ts'
import type { ReportContext } from '../model/report.ts'
import { name, type PartWriter, type Text, text, written } from '../model/text.ts'
import { code, plain, prose } from './escape.ts'

/** How untrusted text is written, so that the same sentence can be printed in the comment and in the commit status. */
export type Wording = PartWriter & Readonly<{ strong(text: string): string }>

/** For comments, summaries and files. */
export const MARKDOWN: Wording = {
  name: code,
  code,
  series: (one) => seriesName(one, MARKDOWN),
  message: prose,
  strong: (sentence) => `**${sentence}**`,
}

/** For the commit status and for titles, which GitHub prints without interpreting markup. */
export const PLAIN: Wording = {
  name: (one) => plain(one, 60),
  code: (one) => `\`${plain(one)}\``,
  series: (one) => seriesName(one, PLAIN),
  message: (sentence) => plain(sentence, 200),
  strong: (sentence) => sentence,
}

/** For the pages, whose templates and plots escape what they print. */
export const PAGE: Wording = { ...PLAIN, name: (one) => plain(one, 120), series: (one) => seriesName(one, PAGE) }

type Measured = Pick<Series, 'metric' | 'stat' | 'quantity'>

/** `p95`, `error rate`, `throughput`, or `p95 of grpc_req_duration` for a metric without a short name. */
export function statisticName(measured: Measured, wording: Wording): string {
  return written(statistic(measured), wording)
}

/** The same as a text. */
export function statistic({ metric, stat, quantity }: Measured): Text {
  const known = quantityOf({ metric, quantity })
  if (known === 'latency') return /^[a-z0-9.]+$/.test(stat) ? [stat] : [name(stat)]
  if (known === 'error-share' && stat === 'rate') return text`error rate`
  if (known === 'throughput' && stat === 'rate') return text`throughput`
  return text`${name(stat)} of ${name(metric)}`
}

/** ``p95 of `GET /orders` in `checkout` ``. */
export function seriesName(series: Measured & Pick<Series, 'service' | 'endpoint'>, wording: Wording): string {
  return `${statisticName(series, wording)} of ${placeName(series, wording)}`
}

/** `` `checkout` ``, or `` `GET /orders` in `checkout` ``. */
export function placeName({ service, endpoint }: Pick<Series, 'service' | 'endpoint'>, wording: Wording): string {
  return endpoint === null ? wording.name(service) : `${wording.name(endpoint)} in ${wording.name(service)}`
}

const CANDIDATES = {
  'pull-request': { title: 'This pull request', name: 'this pull request' },
  push: { title: 'This commit', name: 'this commit' },
  'command-line': { title: 'Candidate', name: 'the candidate' },
} as const satisfies Record<ReportContext['generatedFor'], object>

/** The title of the candidate's column. */
export function candidateTitle({ generatedFor }: Pick<ReportContext, 'generatedFor'>): string {
  return CANDIDATES[generatedFor].title
}

/** The same in a sentence. */
export function candidateName({ generatedFor }: Pick<ReportContext, 'generatedFor'>): string {
  return CANDIDATES[generatedFor].name
}

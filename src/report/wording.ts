import type { Series } from '../model/comparison.ts'
import { quantityOf } from '../model/quantity.ts'
import type { ReportContext } from '../model/report.ts'
import { code, plain, prose } from './cell.ts'

/** How untrusted text is written: the same sentence serves the comment and the commit status. */
export type Wording = Readonly<{
  name(text: string): string
  message(text: string): string
  strong(text: string): string
}>

/** For comments, summaries and files. */
export const MARKDOWN: Wording = { name: code, message: prose, strong: (text) => `**${text}**` }

/** For the commit status and for titles, where nothing is read as markup. */
export const PLAIN: Wording = {
  name: (text) => plain(text, 60),
  message: (text) => plain(text, 200),
  strong: (text) => text,
}

/** For HTML: names stand in backticks, where `messageParts` finds them. */
export const QUOTED: Wording = {
  name: (text) => `\`${plain(text, 120).replaceAll('`', "'")}\``,
  message: (text) => plain(text),
  strong: (text) => text,
}

type Measured = Pick<Series, 'metric' | 'stat' | 'quantity'>

/** `p95`, `error rate`, `throughput`, or `p95 of grpc_req_duration` for what has no short name. */
export function statisticName({ metric, stat, quantity }: Measured, wording: Wording): string {
  const known = quantityOf({ metric, quantity })
  if (known === 'latency') return /^[a-z0-9.]+$/.test(stat) ? stat : wording.name(stat)
  if (known === 'error-share' && stat === 'rate') return 'error rate'
  if (known === 'throughput' && stat === 'rate') return 'throughput'
  return `${wording.name(stat)} of ${wording.name(metric)}`
}

/** ``p95 of `GET /orders` in `checkout` ``. */
export function seriesName(series: Measured & Pick<Series, 'service' | 'endpoint'>, wording: Wording): string {
  return `${statisticName(series, wording)} of ${placeName(series, wording)}`
}

/** `` `checkout` ``, or `` `GET /orders` in `checkout` ``. */
export function placeName({ service, endpoint }: Pick<Series, 'service' | 'endpoint'>, wording: Wording): string {
  return endpoint === null ? wording.name(service) : `${wording.name(endpoint)} in ${wording.name(service)}`
}

/** How the side that is judged is called. */
export function candidateTitle({ generatedFor }: Pick<ReportContext, 'generatedFor'>): string {
  return generatedFor === 'pull-request' ? 'This pull request' : generatedFor === 'push' ? 'This commit' : 'Candidate'
}

/** The message of a finding, with the name of its endpoint quoted: a name of two words is one name. */
export function quotedMessage({ message, endpoint }: Readonly<{ message: string; endpoint: string | null }>): string {
  const isPlain = endpoint !== null && /^[^`\n]+$/.test(endpoint) && endpoint.trim() === endpoint
  if (!isPlain || message.includes(`\`${endpoint}\``)) return message
  return message.replace(` of ${endpoint} `, () => ` of \`${endpoint}\` `)
}

/** Whether a message says the name of its service as a word. */
export function isNamedIn(message: string, service: string): boolean {
  return message.split(/[\s:;,.()"'`]+/).includes(service)
}

/** The name of the service before a message that does not say it. */
export function withService(service: string | null, message: string, text: string, wording: Wording): string {
  return service === null || isNamedIn(message, service) ? text : `${wording.name(service)}: ${text}`
}

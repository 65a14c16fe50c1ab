import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import { withoutSecrets } from '../model/secret.ts'
import { text } from '../model/text.ts'
import type { Format } from './format.ts'
import { LOCUST_CSV_ADVICE, locustTool } from './locust.ts'
import { selectionOf } from './read-options.ts'
import { errorShare, LATENCY_FIELDS, noneSucceeded, throughput } from './request-measurements.ts'
import { createRowScanner } from './row-scanner.ts'

const HEADER = /^\ufeff?"?(?:Type|Method)"?,"?Name"?,"?(?:Request Count|# requests)/i

const WHY = text`The CSV of Locust lacks the last 1 to 21 % of the requests, and looks complete even after a kill, so its percentiles are shown and not judged. Give the request log or --json-file, or gate on the mean.`

/** The columns, by their names since Locust 1.0 and before. */
const COLUMNS = {
  requests: ['Request Count', '# requests'],
  failures: ['Failure Count', '# failures'],
  avg: ['Average Response Time', 'Average response time'],
  min: ['Min Response Time', 'Min response time'],
  max: ['Max Response Time', 'Max response time'],
  rate: ['Requests/s'],
  p50: ['50%'],
  p90: ['90%'],
  p95: ['95%'],
  p99: ['99%'],
} as const

type Row = Readonly<{ name: string } & Record<keyof typeof COLUMNS, number>>

/**
 * `PREFIX_stats.csv` of `--csv`. It is used only if there is no other result, and its percentiles are shown but not
 * judged. At the end, Locust closes the file without writing its last rows:
 * https://github.com/locustio/locust/blob/2.47.0/locust/stats.py, `StatsCSVFileWriter`.
 */
export const locustStatsCsv: Format = {
  id: 'locust-csv',
  tool: locustTool,
  title: 'Locust --csv',
  content: 'summary',
  aside: { what: 'The file is the statistics CSV of Locust.', advice: LOCUST_CSV_ADVICE },
  recognizes: (prefix) => HEADER.test(new TextDecoder().decode(prefix.subarray(0, 256))),
  parse,
  merge: async () => {
    throw new UserError('The statistics CSV of several load generators cannot be merged. Give request logs.')
  },
}

async function parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run> {
  const rows: Row[] = []
  let header: readonly string[] | null = null
  const scanner = createRowScanner({
    delimiterOf: () => ',',
    read(fields) {
      if (header === null) header = fields.map((name) => name.replace(/^\ufeff/, ''))
      else rows.push(rowOf(header, fields))
    },
    end() {},
  })
  for await (const chunk of chunks) scanner.push(chunk)
  scanner.end()
  const all = rows.find(({ name }) => /^(?:None )?(?:Aggregated|Total)$/.test(name))
  if (all === undefined)
    throw new UserError(text`The CSV of Locust has no row "Aggregated": its end is missing. Was Locust killed?`)
  if (!(all.requests > 0))
    throw new UserError('Locust made no request: nothing was measured. Does any user have a task?')
  return {
    format: 'locust-csv',
    tool: locustTool.name,
    basis: 'CSV',
    toolVersion: null,
    durationMs: null,
    scriptHash: null,
    measurements: rows
      .filter(({ requests }) => requests > 0)
      .flatMap((row) => measurementsOf(row, row === all ? null : withoutSecrets(row.name))),
    thresholds: [],
    notes: [WHY],
    ...selectionOf(options, null),
  }
}

function rowOf(header: readonly string[], fields: readonly string[]): Row {
  const numbers = Object.entries(COLUMNS).map(([key, names]) => {
    const field = fields[header.findIndex((column) => (names as readonly string[]).includes(column))] ?? ''
    return [key, field === '' ? Number.NaN : Number(field)] as const
  })
  const name = [fields[0], fields[1]].filter((word) => word !== undefined && word !== '').join(' ')
  return { name, ...(Object.fromEntries(numbers) as Record<keyof typeof COLUMNS, number>) }
}

function measurementsOf(row: Row, endpoint: string | null): readonly Measurement[] {
  const { requests, failures, rate } = row
  return [
    latencyOf(row, endpoint),
    { ...errorShare(failures, requests), endpoint },
    { ...throughput(requests, Number.isNaN(rate) ? null : rate), endpoint },
  ]
}

function latencyOf(row: Row, endpoint: string | null): Measurement {
  const allFailed = row.failures >= row.requests
  const names = ['avg', 'min', 'max', 'p50', 'p90', 'p95', 'p99'] as const
  const known = names.filter((stat) => row[stat] >= 0)
  const why = noneSucceeded(row.requests)
  return {
    ...LATENCY_FIELDS,
    endpoint,
    population: 'all',
    ...(endpoint === null ? { central: 'p95' } : {}),
    sampleCount: allFailed ? 0 : row.requests,
    stats: new Map(allFailed ? [] : known.map((stat) => [stat, row[stat]])),
    unusable: new Map(allFailed ? known.map((stat) => [stat, why]) : []),
    notJudged: new Map(known.filter((stat) => stat.startsWith('p')).map((stat) => [stat, WHY])),
  }
}

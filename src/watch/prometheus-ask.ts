import { PrometheusError, type PrometheusServer, queryInstant, queryRange } from '../prometheus/query.ts'
import type { Ask } from './ask.ts'
import { NoDataError } from './no-data.ts'

/** Asks a Prometheus server. When the server gives no complete answer, there is no data. */
export function askPrometheus(server: PrometheusServer): Ask {
  return {
    instant: (query, atS) => answered(queryInstant(server, query, atS)),
    range: (query, range) => answered(queryRange(server, query, range)),
  }
}

async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error
    throw new NoDataError(error.problem, { action: error.action })
  }
}

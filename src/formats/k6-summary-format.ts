import type { JsonObject } from '../model/json-object.ts'
import { objectAt } from './foreign-json.ts'
import type { Format } from './format.ts'
import { jsonValue, readJsonDocument } from './json-document.ts'
import { K6 } from './k6-tool.ts'
import { mergeSummaries } from './merge-summaries.ts'
import { type Summary, summaryRun } from './summary-run.ts'

/** What tells one summary of k6 from another: each is a JSON document that becomes one run. */
type SummaryFormat = Pick<Format, 'id' | 'title'> &
  Readonly<{
    recognizesJson(document: unknown): boolean
    /** Throws a UserError that says what was found. */
    read(root: JsonObject): Omit<Summary, 'format' | 'hasSetupData'>
  }>

export function k6SummaryFormat({ id, title, recognizesJson, read }: SummaryFormat): Format {
  const parse: Format['parse'] = async (chunks, options) => {
    const root = objectAt('the file', await readJsonDocument(chunks))
    return summaryRun({ format: id, hasSetupData: root.setup_data !== undefined, ...read(root) }, options)
  }
  return {
    id,
    tool: K6,
    title,
    content: 'summary',
    recognizes: (prefix, json = () => jsonValue(prefix)) => recognizesJson(json()),
    parse,
    merge: async (parts, options) => mergeSummaries(await Promise.all(parts.map((part) => parse(part, options)))),
  }
}

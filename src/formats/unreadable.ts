import { UserError } from '../model/errors.ts'
import { isObject, quote } from './foreign-json.ts'
import { decodeUtf8, parseJson } from './json-document.ts'

/** The file is whole, but it is not a result: a web page, a log, a report of another tool. */
class ForeignFileError extends UserError {
  override name = 'ForeignFileError'
}

const ADVICE = 'Upload the file that "k6 run --summary-export FILE" writes, or JSON.stringify(data) from handleSummary.'

/** The error for content that no format recognises. It names what the content is. */
export function explainUnreadable(content: Uint8Array): UserError {
  try {
    return explainText(decodeUtf8(content), content)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

function explainText(text: string, content: Uint8Array): UserError {
  const start = text.trimStart()
  if (start === '') {
    return new UserError(
      'The file is empty. k6 was stopped before it wrote its result, or the disk was full. Measure again.',
    )
  }
  if (start.startsWith('<<<<<<< ') || start.startsWith('{')) return explainJson(parseJson(content))
  if (start.startsWith('<')) return explainMarkup(start)
  if (start.startsWith('[') || start.startsWith('"'))
    return new ForeignFileError(`The file is JSON, but not a k6 result. ${ADVICE}`)
  if (
    /(?:http_req_duration|iteration_duration|http_reqs)\.{2,}:/.test(text) ||
    /█ (?:THRESHOLDS|TOTAL RESULTS)/.test(text)
  ) {
    return new ForeignFileError(
      `The file is the text that k6 prints at the end of a test. Its numbers are rounded. ${ADVICE}`,
    )
  }
  return new ForeignFileError(`The file is not a k6 result: it starts with ${quote(start.slice(0, 40))}. ${ADVICE}`)
}

function explainMarkup(start: string): UserError {
  if (/<testsuites?[\s>]/.test(start.slice(0, 2000))) {
    return new ForeignFileError(
      `The file is a JUnit report: it has no latencies, only passed and failed checks. ${ADVICE}`,
    )
  }
  if (/<!doctype html|<html/i.test(start.slice(0, 2000))) {
    return new ForeignFileError(`The file is an HTML report, for people only. ${ADVICE}`)
  }
  return new ForeignFileError(`The file is XML or another markup, not a k6 result. ${ADVICE}`)
}

/** The JSON is valid, so its shape is what is wrong. */
function explainJson(value: unknown): UserError {
  if (!isObject(value)) return new ForeignFileError(`The file is JSON, but not a k6 result. ${ADVICE}`)
  if (Array.isArray(value.data) || (isObject(value.data) && value.data.type === 'metrics')) {
    return new ForeignFileError(
      `The file is an answer of the k6 REST API (/v1/metrics), taken while the test ran. ${ADVICE}`,
    )
  }
  if (isObject(value.metrics)) return explainMetrics(value.metrics)
  const keys = Object.keys(value).slice(0, 5).map(quote).join(', ')
  return new ForeignFileError(
    `The file is JSON, but not a k6 result: its keys are ${keys === '' ? 'none' : keys}. ${ADVICE}`,
  )
}

function explainMetrics(metrics: Readonly<Record<string, unknown>>): UserError {
  const entries = Object.entries(metrics)
  const odd = entries.find(([, metric]) => !isObject(metric) || !('type' in metric) || !('values' in metric))
  const name = odd === undefined ? 'metrics' : quote(odd[0])
  return new UserError(
    `The file mixes two shapes of k6 summaries: some metrics have "type" and "values", and ${name} does not. Was it rebuilt by the script? ${ADVICE}`,
  )
}

/** True for an error that says "this is not a k6 result at all", such as a web page or a log. */
export function isForeign(error: unknown): boolean {
  return error instanceof ForeignFileError
}

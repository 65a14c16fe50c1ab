import type { Population } from '../model/measurement.ts'
import { withoutSecrets } from '../model/secret.ts'

/** The samples of a metric that a key of a summary stands for. */
export type Submetric = Readonly<{
  metric: string
  /** The value of the `name` tag, or the text of any other selector, without secrets. null: the whole service. */
  endpoint: string | null
  population: Population
}>

/**
 * Reads a key such as `http_req_duration{name:/list,expected_response:true}` by the rules of k6. The selector runs from
 * the first `{` to a `}` at the very end. Tags are split at commas, and a tag is split at its first colon. Spaces and
 * quotes around name and value are dropped (ParseMetricName and AddSubmetric in
 * https://github.com/grafana/k6/blob/v2.2.0/metrics/metric.go). A key without a selector is a plain name.
 */
export function parseSubmetric(key: string): Submetric {
  const open = key.indexOf('{')
  if (open <= 0 || !key.endsWith('}')) return { metric: key, endpoint: null, population: 'all' }
  const metric = key.slice(0, open)
  const selector = key.slice(open + 1, -1)
  const tags = selector.split(',').filter((tag) => tag.trim() !== '')
  const others = tags.filter((tag) => !isSuccessful(tag))
  const endpoint = endpointOf(others)
  const shown = endpoint === null ? null : withoutSecrets(endpoint)
  return { metric, endpoint: shown, population: others.length < tags.length ? 'successful' : 'all' }
}

function endpointOf(tags: readonly string[]): string | null {
  const [first, ...rest] = tags
  if (first === undefined) return null
  if (rest.length > 0) return tags.join(',')
  const { name, value } = splitTag(first)
  return name === 'name' ? value : first
}

function isSuccessful(tag: string): boolean {
  const { name, value } = splitTag(tag)
  return name === 'expected_response' && value === 'true'
}

function splitTag(tag: string): Readonly<{ name: string; value: string }> {
  const colon = tag.indexOf(':')
  if (colon < 0) return { name: unquote(tag), value: '' }
  return { name: unquote(tag.slice(0, colon)), value: unquote(tag.slice(colon + 1)) }
}

function unquote(text: string): string {
  return text.trim().replace(/^["']+|["']+$/g, '')
}

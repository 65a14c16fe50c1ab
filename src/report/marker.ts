/** What the first line of a comment says of the gate that wrote it. */
type Marker = Readonly<{ name: string; sha: string | null; run: string | null }>

const MARKER = /^<!-- perf-gate:v1 name=(\S*) sha=(\S+) run=(\S+) -->(?:\r?\n|$)/

/** Stands for an unknown value. Encoded values never hold it alone. */
const NONE = '-'

/** The first line of a comment: invisible, and the only thing by which a comment is found again, beside its author. */
export function markerLine({ name, sha, run }: Marker): string {
  return `<!-- perf-gate:v1 name=${encode(name)} sha=${encode(sha)} run=${encode(run)} -->`
}

/** The marker of a comment; undefined when its very first line is not one. Text further down never counts. */
export function parseMarker(body: string): Marker | undefined {
  const [, name, sha, run] = MARKER.exec(body) ?? []
  if (name === undefined || sha === undefined || run === undefined) return undefined
  const decoded = { name: decode(name), sha: decode(sha), run: decode(run) }
  return decoded.name === null ? undefined : { ...decoded, name: decoded.name }
}

/** Without spaces and without `--`, which could end an HTML comment. */
export function encode(text: string | null): string {
  if (text === null) return NONE
  return text === NONE ? '%2D' : encodeURIComponent(text.toWellFormed()).replaceAll('--', '%2D%2D')
}

export function decode(text: string): string | null {
  if (text === NONE) return null
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

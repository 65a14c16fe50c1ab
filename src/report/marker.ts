/** The gate that wrote a comment, as the first line of the comment names it. */
type Marker = Readonly<{ name: string; sha: string | null; run: string | null }>

const MARKER = /^<!-- perf-gate:v1 name=(\S*) sha=(\S+) run=(\S+) -->(?:\r?\n|$)/

/** The text of an unknown value. No encoded value is equal to this text. */
const NONE = '-'

/** The first line of a comment. It is invisible. The gate finds its comment again by this line and by the author. */
export function markerLine({ name, sha, run }: Marker): string {
  return `<!-- perf-gate:v1 name=${encode(name)} sha=${encode(sha)} run=${encode(run)} -->`
}

/** The marker of a comment; undefined if the first line is no marker. Later lines are ignored, because they can hold text from outside. */
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

/** GitHub accepts 65,536 characters, as for a comment. */
const MAX_BODY_UNITS = 60_000

/** The text of an issue with its parts, the newest first. If it is too long, the oldest parts are left out. */
export function fittingBody<Part>(parts: readonly Part[], bodyOf: (parts: readonly Part[]) => string): string {
  const body = bodyOf(parts)
  return body.length > MAX_BODY_UNITS && parts.length > 1 ? fittingBody(parts.slice(0, -1), bodyOf) : body
}

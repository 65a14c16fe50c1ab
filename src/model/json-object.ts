/** An untrusted JSON object, before it is checked. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object, and not null, an array or a plain value. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of a list that are objects; empty if the value is not a list. */
export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

export function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

/** How deep a JSON text is nested. It is checked before parsing, because JSON.parse uses the stack for each level. */
export function levelsOfJson(text: string): number {
  let [level, deepest, isQuoted] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (isQuoted && character === 0x5c) index += 1
    else if (character === 0x22) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++level)
    else if (character === 0x7d || character === 0x5d) level -= 1
  }
  return deepest
}

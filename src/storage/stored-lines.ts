import * as z from 'zod'

/** The lines of a stored file, or what is wrong with the file. Replacing bad bytes by another character would hide the damage. */
export function storedLines(bytes: Uint8Array): readonly string[] | string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return 'It is not UTF-8 text'
  }
  const lines = text.split('\n')
  return lines.pop() === '' ? lines : 'Its last line was cut off'
}

/**
 * The JSON of a stored line, or what is wrong with the line. A reader refuses any version but its own: otherwise it could take a
 * file of a newer release for an empty one.
 */
export function lineJson(line: string, schemaVersion: number): Readonly<{ json: unknown }> | string {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return 'it is not JSON'
  }
  const version = z.object({ schemaVersion: z.number() }).safeParse(json)
  if (!version.success) return 'it has no schemaVersion'
  const found = version.data.schemaVersion
  if (found === schemaVersion) return { json }
  return `it has schema version ${found}, and this release reads version ${schemaVersion}`
}

import { UserError } from '../model/errors.ts'

/**
 * Decodes a file piece by piece. A character may lie in two pieces: say `stream: true` for all but the last one. Throws a UserError where
 * the bytes are not UTF-8.
 */
export function utf8Pieces(): (bytes: Uint8Array, options: Readonly<{ stream?: boolean }>) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes, options) => {
    try {
      return decoder.decode(bytes, options)
    } catch {
      throw new UserError('The file is not UTF-8 text. It is damaged.')
    }
  }
}

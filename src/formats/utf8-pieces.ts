import { UserError } from '../model/errors.ts'

/**
 * Decodes a file piece by piece. A character may be split between two pieces, so all pieces except the last need
 * `stream: true`. Throws a UserError if the bytes are not UTF-8.
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

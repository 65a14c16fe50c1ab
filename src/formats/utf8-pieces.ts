import { UserError } from '../model/errors.ts'

/**
 * Decodes a file piece by piece, because a character may be split between two pieces. The call without bytes ends the
 * file. Throws a UserError if the bytes are not UTF-8.
 *
 * @param place where the reader is, for the message: `, after row 3`
 */
export function utf8Pieces(place = () => ''): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new UserError(`The file is not UTF-8 text${place()}. It is damaged.`)
    }
  }
}

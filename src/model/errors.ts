import { plainText, type Text } from './text.ts'

/**
 * Something that the user can mend: flags, policy, files, permissions.
 * It says what is wrong, where, what was found, and what to do about it. A bare string is not trusted: all of it may come from outside.
 */
export class UserError extends Error {
  override name = 'UserError'
  readonly said: Text
  /** The name of the file that it is about, where there are several. */
  readonly file: string | undefined

  constructor(said: Text | string, { file, cause }: Readonly<{ file?: string; cause?: unknown }> = {}) {
    const text = typeof said === 'string' ? [said] : said
    super(`${file === undefined ? '' : `${file}: `}${plainText(text)}`, cause === undefined ? {} : { cause })
    this.said = text
    this.file = file
  }
}

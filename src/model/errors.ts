import { name, plainText, type Text, text } from './text.ts'

/**
 * An error that the user can fix: flags, policy, files, permissions. It says what is wrong, where, what was found, and what to
 * do. A plain string is untrusted, because all of it may come from outside.
 */
export class UserError extends Error {
  override name = 'UserError'
  readonly said: Text
  /** The message as a text: the file, what is said, and what a program printed. */
  readonly whole: Text
  /** The name of the file that the error is about, if there are several files. */
  readonly file: string | undefined
  /** What the program printed that failed: the lines after the message. Empty: it printed nothing, or no program failed. */
  readonly output: string

  constructor(
    said: Text | string,
    { file, cause, output = '' }: Readonly<{ file?: string; cause?: unknown; output?: string }> = {},
  ) {
    const sentence = typeof said === 'string' ? [said] : said
    const about = file === undefined ? [] : text`${name(file)}: `
    const whole = text`${about}${sentence}${output === '' ? '' : `\n${output}`}`
    super(plainText(whole), cause === undefined ? {} : { cause })
    this.said = sentence
    this.whole = whole
    this.file = file
    this.output = output
  }
}

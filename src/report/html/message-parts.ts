import { plain } from '../cell.ts'

/** A piece of a sentence: a name that the sentence quotes as code, or words. */
export type MessagePart = Readonly<{ isCode: boolean; text: string }>

/** A message of the gate in pieces, so that a template can mark up what it quotes. The pieces are not escaped. */
export function messageParts(message: string): readonly MessagePart[] {
  return plain(message)
    .split('`')
    .map((text, index) => ({ isCode: index % 2 === 1, text }))
    .filter(({ text }) => text !== '')
}

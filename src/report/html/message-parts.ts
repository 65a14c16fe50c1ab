import { plain } from '../cell.ts'

/** A piece of a sentence: a name that the sentence quotes as code, or words. */
export type MessagePart = Readonly<{ isCode: boolean; text: string }>

/** Longer than any sentence of the gate; what it quotes was cut before. */
const MAX_CODE_POINTS = 2000

/** A message of the gate in pieces, so that a template can mark up what it quotes. The pieces are not escaped. */
export function messageParts(message: string): readonly MessagePart[] {
  return plain(message, MAX_CODE_POINTS)
    .split('`')
    .map((text, index) => ({ isCode: index % 2 === 1, text }))
    .filter(({ text }) => text !== '')
}

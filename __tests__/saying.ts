import { plainText, type Text } from '../src/model/text.ts'

/** For the place of a text in `toEqual` and `toMatchObject`: the plain text is, or has in it, these words. null: there is no text. */
export function saying(expected: string | RegExp | null): unknown {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (text: Text | null): boolean => {
      if (text === null || expected === null) return text === expected
      if (!Array.isArray(text)) return false
      return typeof expected === 'string' ? plainText(text) === expected : expected.test(plainText(text))
    },
    toString: () => 'Saying',
    toAsymmetricMatcher: () => `saying ${expected}`,
  }
}

/** The plain text, for a matcher of strings. Absent: empty. */
export function plainOf(text: Text | null | undefined): string {
  return plainText(text ?? [])
}

import { expect, test } from '@jest/globals'
import { viewOf } from '../../src/formats/byte-pattern.ts'
import { createFieldMemory } from '../../src/formats/field-memory.ts'

const TAB = 0x09
const encoded = (text: string) => new TextEncoder().encode(text)

function reader<Known>(fields: number, know: (...texts: readonly string[]) => Known) {
  const memory = createFieldMemory(TAB, fields, know)
  return (text: string) => {
    const bytes = encoded(text)
    return memory.find(bytes, 0) ? { known: memory.known(bytes, viewOf(bytes)), end: memory.end } : null
  }
}

test('a text is made once per pair of fields, and its bytes are recognised later', () => {
  const made: (readonly string[])[] = []
  const read = reader(2, (...texts) => made.push(texts))
  expect(['\tcart\t1', 'shop\tcart\t1', '\tcart\t2', '\t\t'].map(read)).toEqual([
    { known: 1, end: 5 },
    { known: 2, end: 9 },
    { known: 1, end: 5 },
    { known: 3, end: 1 },
  ])
  expect(made).toEqual([
    ['', 'cart'],
    ['shop', 'cart'],
    ['', ''],
  ])
})

test.each([
  ['cut', '\tcart'],
  ['cut in the first field', 'shop'],
  ['ended by a line break', '\tcart\n\t'],
  ['of other letters', '\tgröße\t'],
])('fields that are %s are left to another reader', (_, text) => {
  expect(reader(2, (...texts) => texts)(text)).toBeNull()
})

test('texts of the same hash, and more texts than there are places, are told apart', () => {
  const read = reader(1, (text) => text)
  // 31 * 'A' + 'a' equals 31 * 'B' + 'B', so all these texts have the same hash.
  const alike = Array.from({ length: 16 }, (_, bits) =>
    Array.from({ length: 4 }, (_, at) => ((bits >> at) & 1 ? 'Aa' : 'BB')).join(''),
  )
  const many = Array.from({ length: 20_000 }, (_, index) => `/items/${index}`)
  for (const text of [...alike, ...alike, ...many, ...many]) expect(read(`${text}\t`)?.known).toBe(text)
})

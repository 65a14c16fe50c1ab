import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRowScanner } from '../../src/formats/row-scanner.ts'

function rowsOf(text: string, size: number, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  const scanner = createRowScanner({
    delimiterOf: () => delimiter,
    read: (fields) => rows.push(fields),
    end() {},
  })
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
  scanner.end()
  return rows
}

const Field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '😀') })

test('rows that are written by RFC 4180 are read back, wherever chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(Field, { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (rows, size, delimiter, lineEnd) => {
        const written = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter))
        expect(rowsOf(written.map((row) => `${row}${lineEnd}`).join(''), size, delimiter)).toEqual(rows)
      },
    ),
  )
})

test('plain fields need no quotes, and empty rows are skipped', () => {
  expect(rowsOf('a,b\n\n,1\r\n', 2, ',')).toEqual([
    ['a', 'b'],
    ['', '1'],
  ])
})

test.each([
  ['a,b\nc', 'The last row, 2, has no end'],
  ['a,"b\n', 'The last row, 1, has no end'],
  ['"a"b,c\n', 'text after a closing quote'],
])('%j is refused', (text, message) => {
  expect(() => rowsOf(text, 100, ',')).toThrow(message)
})

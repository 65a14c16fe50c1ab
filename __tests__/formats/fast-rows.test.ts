import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createFastRows } from '../../src/formats/fast-rows.ts'
import { createRowFields, fieldLength, fieldStart, findFields, wholeNumberAt } from '../../src/formats/row-fields.ts'
import { createRowScanner } from '../../src/formats/row-scanner.ts'

type Row = Readonly<{ row: number; fields: readonly string[] }>

/** All rows from both readers, and the number of rows that the fast reader took. */
function rowsOf(
  text: string,
  sizes: readonly number[],
  isFast: boolean,
): Readonly<{ rows: readonly Row[]; fast: number }> {
  const rows: Row[] = []
  let fast = 0
  const slow = createRowScanner({
    delimiterOf: () => ',',
    read: (fields, row) => rows.push({ row, fields }),
    end() {},
  })
  const found = createRowFields()
  const read = (chunk: Uint8Array, _: DataView, start: number) => {
    const end = isFast ? findFields(found, chunk, start, 0x2c) : 0
    if (end === 0 || wholeNumberAt(found, 0) < 0) return 0
    const decoded = Array.from({ length: found.count }, (_, index) => {
      const from = fieldStart(found, index)
      return new TextDecoder().decode(chunk.slice(from, from + fieldLength(found, index)))
    })
    fast += 1
    rows.push({ row: -1, fields: decoded })
    return end
  }
  const scanner = createFastRows({ hasQuotes: true, read }, slow)
  const bytes = new TextEncoder().encode(text)
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    scanner.push(bytes.subarray(at, at + size))
    at += size
  }
  scanner.end()
  return { rows, fast }
}

const field = fc.oneof(
  fc.stringMatching(/^[0-9]{1,8}$/),
  fc.constantFrom('OK', '', 'a,b', 'two\nlines', 'say "hi"', 'größe', '💶', ' '),
)
const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

test('the fast reader gives the same rows as the reader of texts, wherever chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      (table, sizes, ending) => {
        const text = table.map((row) => row.map(quoted).join(',') + ending).join('')
        const fields = ({ rows }: ReturnType<typeof rowsOf>) => rows.map((one) => one.fields)
        expect(fields(rowsOf(text, sizes, true))).toEqual(fields(rowsOf(text, [text.length || 1], false)))
      },
    ),
  )
})

test('row numbers include the rows of the fast reader', () => {
  const { rows, fast } = rowsOf('1,a\n2,b\n"x\ny",c\n3,d\nlast,e\n', [5], true)
  expect(fast).toBe(3)
  expect(rows.filter(({ row }) => row > 0)).toEqual([
    { row: 3, fields: ['x\ny', 'c'] },
    { row: 5, fields: ['last', 'e'] },
  ])
})

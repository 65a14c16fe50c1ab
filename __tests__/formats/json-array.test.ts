import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { streamArray } from '../../src/formats/json-array.ts'

function streamed(text: string, size: number): Readonly<{ entries: readonly unknown[]; rest: unknown }> {
  const entries: unknown[] = []
  const reader = streamArray('details', (entry) => entries.push(entry))
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
  return { rest: reader.end(), entries }
}

test('a list is read as JSON.parse reads it, wherever chunks are cut and however it is printed', () => {
  const document = fc.record({
    name: fc.string({ unit: 'binary' }),
    options: fc.record({ details: fc.array(fc.jsonValue()), call: fc.string() }),
    details: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    tags: fc.jsonValue(),
  })
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 2), (value, size, indent) => {
      const text = JSON.stringify(value, null, indent)
      const { details, ...rest } = JSON.parse(text)
      expect(streamed(text, size)).toEqual({ entries: details, rest: { ...rest, details: [] } })
    }),
  )
})

test.each(['{"details":[{"a":1}', '{"details":[{"a":1},', '{"details":[{"a":"x', '{"details":[]'])(
  '%s is cut',
  (text) => {
    expect(() => streamed(text, 3)).toThrow('the file is truncated')
  },
)

test('text that is not JSON is damaged', () => {
  expect(() => streamed('{"details":[{a}]}', 100)).toThrow('not valid JSON')
})

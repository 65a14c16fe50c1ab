import fc from 'fast-check'

/** What makes parsers stumble, put where it does not belong. */
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  '\n',
  '\r\n',
  '\u0000',
  '\ufeff',
  '-0',
  '1e999',
  '-1',
  'null',
  'true',
  'NaN',
  '""',
  '[]',
  '{}',
  '0.0000001',
  '"__proto__":',
  '"constructor":',
  '{name:',
  '\u202e',
  '|',
  '`',
  '<!--',
  '-->',
  '%',
  '%E0',
  '&a ',
  '*a',
  '!!js ',
  '? ',
  '- ',
  '#',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  '9'.repeat(400),
  '[['.repeat(300),
  'é',
]

type Change = (bytes: Buffer) => Buffer

const at = fc.double({ min: 0, max: 1, noNaN: true })

function place(bytes: Buffer, share: number): number {
  return Math.min(bytes.length, Math.floor(share * (bytes.length + 1)))
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(
    ([share, byte]): Change =>
      (bytes) => {
        const copy = Buffer.from(bytes)
        if (copy.length > 0) copy[Math.min(place(copy, share), copy.length - 1)] = byte
        return copy
      },
  ),
  fc.tuple(at, fc.constantFrom(...TOKENS)).map(
    ([share, token]): Change =>
      (bytes) => {
        const index = place(bytes, share)
        return Buffer.concat([bytes.subarray(0, index), Buffer.from(token), bytes.subarray(index)])
      },
  ),
  fc.tuple(at, fc.nat(40)).map(
    ([share, length]): Change =>
      (bytes) => {
        const index = place(bytes, share)
        return Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + length)])
      },
  ),
  fc.tuple(at, at, fc.integer({ min: 1, max: 3 })).map(
    ([from, to, times]): Change =>
      (bytes) => {
        const [start, end] = [place(bytes, Math.min(from, to)), place(bytes, Math.max(from, to))]
        const piece = bytes.subarray(start, end)
        return Buffer.concat([
          bytes.subarray(0, end),
          ...Array.from({ length: times }, () => piece),
          bytes.subarray(end),
        ])
      },
  ),
  at.map(
    (share): Change =>
      (bytes) =>
        bytes.subarray(0, place(bytes, share)),
  ),
)

/** One of these inputs with some changes, or any bytes at all. */
export function mutated(seeds: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const changed = fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { maxLength: 6 }))
    .map(([seed, changes]) => changes.reduce((bytes, apply) => apply(bytes), seed))
  return fc.oneof(
    { weight: 9, arbitrary: changed },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  )
}

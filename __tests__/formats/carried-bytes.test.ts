import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCarriedBytes } from '../../src/formats/carried-bytes.ts'

test('carried bytes are neither lost nor repeated, even if the buffer of a chunk is reused', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ chunk: fc.uint8Array({ maxLength: 200 }), left: fc.nat(300) }), { maxLength: 20 }),
      (steps) => {
        const carried = createCarriedBytes()
        const taken: number[] = []
        for (const { chunk, left } of steps) {
          const lent = new Uint8Array(chunk)
          const bytes = carried.followedBy(lent)
          const from = Math.max(0, bytes.length - left)
          taken.push(...bytes.subarray(0, from))
          expect(carried.leave(from)).toBe(bytes.length - from)
          lent.fill(0xff)
        }
        taken.push(...carried.followedBy(new Uint8Array()))
        expect(taken).toEqual(steps.flatMap(({ chunk }) => [...chunk]))
      },
    ),
  )
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/model/errors.ts'
import { mutated } from './mutation.ts'
import { corpusOf, PARSERS, problemWith } from './parsers.ts'

/* A short run of what `npm run fuzz` does for as long as it is told. The seed is fixed: what is red stays red. */

const EXECUTIONS = 60

describe.each(PARSERS)('$name', (parser) => {
  test('reads every input of the corpus, or says what is wrong with it', async () => {
    for (const { path, bytes } of corpusOf(parser))
      expect([path, await problemWith(parser, bytes)]).toEqual([path, null])
  })

  test('reads changed real inputs, or says what is wrong with them', async () => {
    const seeds = [...(await parser.seeds()), ...corpusOf(parser).map(({ bytes }) => bytes)]
    const property = fc.asyncProperty(mutated(seeds), async (bytes) => {
      expect(await problemWith(parser, bytes)).toBeNull()
    })
    await fc.assert(property, { numRuns: EXECUTIONS, seed: 5 })
  }, 60_000)
})

test('a parser that throws something else than a sentence is noticed', async () => {
  const broken = { name: 'broken', seeds: async () => [], parse: () => JSON.parse('{') }
  expect(await problemWith(broken, Buffer.alloc(0))).toMatch(/SyntaxError/)
  const refusing = {
    ...broken,
    parse: () => {
      throw new UserError('No.')
    },
  }
  expect(await problemWith(refusing, Buffer.alloc(0))).toBeNull()
})

import { expect, test } from '@jest/globals'
import { heardLater, settleAll, settleInOrder } from '../../src/github/settle.ts'

test('throws the failure that comes first in the list, after all promises have settled', async () => {
  const ended: string[] = []
  const late = new Promise<never>((_, reject) => {
    setImmediate(() => {
      ended.push('late')
      reject(new Error('the policy cannot be read'))
    })
  })
  const early = Promise.reject(new Error('the artifacts cannot be read'))
  await expect(settleInOrder([heardLater(late), early])).rejects.toThrow('the policy cannot be read')
  expect(ended).toEqual(['late'])
})

test('the values come in the order of the list', async () => {
  expect(await settleInOrder([Promise.resolve(1), 'two', null])).toEqual([1, 'two', null])
  expect(await settleAll(new Set([3, 1, 2]), async (value) => 10 * value)).toEqual([30, 10, 20])
})

import { expect, test } from '@jest/globals'
import { createPool } from '../../src/github/pool.ts'

const moment = () => new Promise((resolve) => setImmediate(resolve))

/** Tasks that end when the test tells them to. */
function tasks(pool: ReturnType<typeof createPool>) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const add = (name: string, weight: number): Promise<string> =>
    pool(weight, async () => {
      begun.push(name)
      await new Promise<void>((end) => ends.set(name, end))
      return name
    })
  return { begun, add, end: (name: string) => ends.get(name)?.() }
}

test('starts the tasks that fit together, in the order in which they came', async () => {
  const { begun, add, end } = tasks(createPool(10))
  const all = [add('a', 6), add('b', 5), add('c', 4)]
  await moment()
  // There is room for c beside a, but b came before c.
  expect(begun).toEqual(['a'])
  end('a')
  await moment()
  expect(begun).toEqual(['a', 'b', 'c'])
  end('b')
  end('c')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
})

test('runs a task alone that is heavier than the capacity', async () => {
  const { begun, add, end } = tasks(createPool(10))
  const all = [add('huge', 1000), add('small', 1)]
  await moment()
  expect(begun).toEqual(['huge'])
  end('huge')
  await moment()
  expect(begun).toEqual(['huge', 'small'])
  end('small')
  expect(await Promise.all(all)).toEqual(['huge', 'small'])
})

test('makes room after a failure', async () => {
  const pool = createPool(1)
  await expect(pool(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await pool(1, async () => 'next')).toBe('next')
})

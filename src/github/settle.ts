/**
 * Waits until all promises have settled, and returns their values. If several failed, the error of the first in this order is thrown, so
 * that the message does not depend on the network.
 */
export async function settleInOrder<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<{ -readonly [Index in keyof Asked]: Awaited<Asked[Index]> }> {
  const settled = await Promise.allSettled(asked)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never
}

/** The values for all items of a list, which are read side by side. */
export async function settleAll<Item, Value>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  return await settleInOrder([...items].map(read))
}

/** A promise that others await later. Its failure is handled there, so until then it must not count as an unhandled rejection. */
export function heardLater<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}

/**
 * Waits until all of these have ended, well or badly, and gives their values. Where several failed, the first of them in this
 * order is thrown: which one failed first is a matter of the network, and the message must not be.
 */
export async function settleInOrder<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<{ -readonly [Index in keyof Asked]: Awaited<Asked[Index]> }> {
  const settled = await Promise.allSettled(asked)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never
}

/** All the values of a list, read side by side. */
export async function settleAll<Item, Value>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  return await settleInOrder([...items].map(read))
}

/** A promise that others will wait for, later: that it failed is heard there, and is no unhandled failure until then. */
export function heardLater<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}

/** Asks at most once, when it is first needed, and gives everybody the same answer. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null
  return () => {
    answer ??= read()
    return answer
  }
}

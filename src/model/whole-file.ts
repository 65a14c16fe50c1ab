/** All chunks of a file in one array. null: the file has more bytes than are allowed. */
export async function wholeFile(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) return null
    // The chunk is copied, because it is only valid until the next chunk is read.
    parts.push(new Uint8Array(chunk))
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

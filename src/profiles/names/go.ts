/** The shapes of a generic function are the compiler's; the numbers of closures move when one is added before them. */
export function goName(name: string): string {
  const [start, end] = [name.indexOf('[go.shape.'), name.lastIndexOf(']')]
  const plain = start === -1 || end < start ? name : `${name.slice(0, start)}[…]${name.slice(end + 1)}`
  return plain.replace(/(\.(?:func|gowrap))\d+(?:\.\d+)*/g, '$1')
}

/**
 * The compiler makes the shapes of a generic function, and the numbers of closures change when a closure is added before them, so
 * both are removed.
 */
export function goName(name: string): string {
  const [start, end] = [name.indexOf('[go.shape.'), name.lastIndexOf(']')]
  const plain = start === -1 || end < start ? name : `${name.slice(0, start)}[…]${name.slice(end + 1)}`
  return plain.replace(/(\.(?:func|gowrap))\d+(?:\.\d+)*/g, '$1')
}

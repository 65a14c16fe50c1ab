/** The shapes of a generic function are the compiler's; the numbers of closures move when one is added before them. */
export function goName(name: string): string {
  return name.replace(/\[go\.shape\..*\]/g, '[…]').replace(/(\.(?:func|gowrap))\d+(?:\.\d+)*/g, '$1')
}

/** Suffixes that compilers add to the name of a function that they split, cloned or moved. For a reader it is the same function. */
const CLONE = /(?:\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*)+/g

/** C, C++ and Ada. The names are only comparable within one tool, because tools write default template arguments differently. */
export function nativeName(name: string): string {
  const plain = name
    .replace(/ \[clone [^\]]*\]/g, '')
    .replace(/\[abi:[^\]]*\]/g, '')
    .replace(CLONE, '')
    .replace(/@@?[A-Z]+_[\d.]+$/, '')
    .replace(/^_ada_(?=[a-z])/, '')
  const ada = /^[a-z][a-z0-9_]*$/.test(plain) && /[a-z0-9]__[a-z]/.test(plain)
  if (ada) return plain.replace(/__(?=[a-z])/g, '.')
  return withoutSignature(plain)
}

/** `unsigned long f<unsigned long>(int) const` is `f<unsigned long>`. `(anonymous namespace)` and `operator()` stay. */
function withoutSignature(name: string): string {
  const open = argumentsStart(name)
  const head = open === -1 ? name : name.slice(0, open)
  const space = lastSpaceOutside(head)
  return (space === -1 ? head : head.slice(space + 1)).trim() || name
}

/**
 * Where the list of arguments of the function starts: the first bracket that is not inside of another bracket and not a part of
 * the name.
 */
function argumentsStart(name: string): number {
  let depth = 0
  for (let index = 0; index < name.length; index += 1) {
    const character = name[index]
    if (name.startsWith('operator', index) && !/\w/.test(name[index - 1] ?? '')) {
      const [sign = ''] = /^operator *(?:\(\)|<=>|<<=?|>>=?|->\*?|[<>]=?)?/.exec(name.slice(index, index + 20)) ?? []
      index += Math.max(0, sign.length - 1)
    } else if (name.startsWith('(anonymous namespace)', index)) index += '(anonymous namespace)'.length - 1
    else if (character === '<' || character === '{') depth += 1
    else if (character === '>' || character === '}') depth -= 1
    else if (character === '(' && depth === 0 && index > 0 && name[index - 1] !== ' ') return index
  }
  return -1
}

/** The return type of a template stands before its name. */
function lastSpaceOutside(head: string): number {
  let [depth, found] = [0, -1]
  for (let index = 0; index < head.length; index += 1) {
    const character = head[index]
    if (character === 'o' && /^operator[ <>]/.test(head.slice(index, index + 9))) return found
    if (character === '<' || character === '(' || character === '{') depth += 1
    else if (character === '>' || character === ')' || character === '}') depth -= 1
    else if (character === ' ' && depth === 0) found = index
  }
  return found
}

import { UserError } from '../../model/errors.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** ` n1: 248000 0x1091D7: fillCache(int) (mem.cpp:6)`: indented by its depth, with its children below. */
const NODE = /^( *)n(\d+): (\d{1,15}) (.*)$/

/** https://valgrind.org/docs/manual/ms-manual.html. The heap at its peak, by who allocated it; equal in two runs. */
export const massif: ProfileFormat = {
  id: 'massif',
  title: 'a heap profile of massif',
  recognizes({ text }) {
    const start = text.slice(0, 4096)
    return /^desc:/.test(start) && /^mem_heap_B=\d+/m.test(start)
  },
  parse({ text }) {
    const tree = text.split(/^heap_tree=peak$/m)[1]
    if (tree === undefined) {
      throw new UserError(
        'The profile has no peak. It is cut, or the program allocated nothing. Run the program to its end.',
      )
    }
    const table = new StackTable()
    const path: { frame: number; weight: number; inside: number; missing: number }[] = []
    const close = (depth: number) => {
      while (path.length > depth) {
        const { weight, inside, missing } = path.at(-1) ?? { weight: 0, inside: 0, missing: 0 }
        if (missing !== 0)
          throw new UserError('The tree of the peak has fewer callers than it states: the file is cut or damaged.')
        // massif starts with the function that allocates and goes outwards. The root is not a function.
        const stack = path.slice(1).map(({ frame }) => frame)
        table.add(stack.reverse(), Math.max(0, weight - inside))
        path.pop()
      }
    }
    for (const line of tree.split(/\r?\n/)) {
      const [, indent, children, bytes, what = ''] = NODE.exec(line) ?? []
      if (indent === undefined) {
        if (line.startsWith('#')) break
        continue
      }
      close(indent.length)
      const parent = path.at(-1)
      if (parent !== undefined) {
        parent.inside += Number(bytes)
        parent.missing -= 1
      }
      path.push({ frame: table.frame(readWhat(what)), weight: Number(bytes), inside: 0, missing: Number(children) })
    }
    close(0)
    return {
      format: 'massif',
      tool: 'massif',
      counted: 'peak-bytes',
      unit: 'bytes',
      nature: 'exact',
      language: 'native',
      samples: null,
      hasCallers: true,
      ...table.finish(),
    }
  },
}

function readWhat(what: string): Readonly<{ name: string; file: string | null; library: string | null }> {
  const text = what.replace(/^0x[0-9A-F]+: /, '')
  const at = text.lastIndexOf(' (')
  if (what === text || at < 0) return { name: '[below the threshold of massif]', file: null, library: null }
  const place = text.slice(at + 2).replace(/\)$/, '')
  const name = text.slice(0, at).replace(/^\?\?\?$/, '[unknown]')
  return place.startsWith('in ')
    ? { name, file: null, library: place.slice(3) }
    : { name, file: place.replace(/:\d+$/, ''), library: null }
}

import { UserError } from '../../model/errors.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `fn=(12) name` gives number 12 a name, and `fn=(12)` refers to it later. */
const POSITION = /^(c?)(ob|fl|fi|fe|fn)=(?:\((\d{1,9})\))?\s*(.*)$/

/** The first number of a line of costs is the line in the source; `+3`, `-2` and `*` are relative to the line before. */
const COST = /^(?:0x[0-9a-f]+|[+-]?\d+|\*)(?: (?:0x[0-9a-f]+|[+-]?\d+|\*))* *$/i

/** https://valgrind.org/docs/manual/cl-format.html. It counts the instructions of each function itself, exactly, so two runs are equal. */
export const callgrind: ProfileFormat = {
  id: 'callgrind',
  title: 'a profile of callgrind',
  recognizes({ text }) {
    const start = text.slice(0, 4096)
    return /^# callgrind format/.test(start) || /^creator: callgrind/m.test(start)
  },
  parse({ text }) {
    const table = new StackTable()
    const names = new Map<string, string>()
    let place = { library: '', name: '' }
    let [positions, event, skipNext, total] = [1, 0, false, 0]
    for (const line of text.split(/\r?\n/)) {
      if (skipNext) skipNext = false
      else if (line.startsWith('positions:')) positions = line.split(':')[1]?.trim().split(/\s+/).length ?? 1
      else if (line.startsWith('events:')) event = indexOfInstructions(line)
      // The line after a call has the cost of the called function, which is already counted for that function.
      else if (line.startsWith('calls=')) skipNext = true
      else if (COST.test(line)) {
        const cost = Number(line.trim().split(' ')[positions + event] ?? 0)
        if (place.name === '')
          throw new UserError('The profile has costs before the first function. Its start is missing.')
        table.add([table.frame({ name: place.name, library: place.library })], cost)
        total += cost
      } else place = moved(line, place, names)
    }
    requireWhole(text, total, event)
    return {
      format: 'callgrind',
      tool: 'callgrind',
      counted: 'instructions',
      unit: 'instructions',
      nature: 'exact',
      language: 'native',
      samples: null,
      hasCallers: false,
      ...table.finish(),
    }
  },
}

function indexOfInstructions(line: string): number {
  const index = line.slice('events:'.length).trim().split(/\s+/).indexOf('Ir')
  if (index >= 0) return index
  throw new UserError(
    'The profile does not count instructions (Ir). Record it with valgrind --tool=callgrind and no --dump-instr.',
  )
}

function moved(
  line: string,
  place: Readonly<{ library: string; name: string }>,
  names: Map<string, string>,
): Readonly<{ library: string; name: string }> {
  const [, called, kind = '', id, text = ''] = POSITION.exec(line) ?? []
  if (kind === '') return place
  // Files, objects and functions are numbered separately. Callers and called functions share one numbering.
  const key = `${kind === 'ob' || kind === 'fn' ? kind : 'fl'} ${id ?? ''}`
  if (id !== undefined && text !== '') names.set(key, text)
  const name = text === '' ? (names.get(key) ?? '[unknown]') : text
  if (called !== '') return place
  if (kind === 'ob') return { ...place, library: name }
  return kind === 'fn' ? { ...place, name } : place
}

/** The sum is at the end, so a file that was cut has no sum. A file with several dumps (--combine-dumps=yes) has one sum per dump. */
function requireWhole(text: string, total: number, event: number): void {
  const sums = [...text.matchAll(/^totals: *(.*)$/gm)].map(([, sum = '']) => Number(sum.split(/ +/)[event]))
  const said = sums.length === 0 ? null : sums.reduce((all, sum) => all + sum, 0)
  if (said !== total) {
    throw new UserError(
      `The functions of the profile add up to ${total} instructions, and its own sum is ${said ?? 'missing'}. The file is cut or damaged.`,
    )
  }
}

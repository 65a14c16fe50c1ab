import { UserError } from '../../model/errors.ts'
import type { Profile } from '../../model/profile.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

type Kind = Pick<Profile, 'counted' | 'unit' | 'nature'>

const TIME: Kind = { counted: 'cpu-time', unit: 'ns', nature: 'sampled' }
/** The text does not say how many cycles a sample stands for, so noise cannot be told from a change. */
const CYCLES: Kind = { counted: 'cpu-time', unit: 'events', nature: 'shown' }
const BYTES: Kind = { counted: 'allocated-bytes', unit: 'bytes', nature: 'shown' }

/** The units of the numbers. Instruments writes at most three digits and a larger unit, and counts 1,024 bytes as a KB. */
const UNITS: ReadonlyMap<string, readonly [factor: number, kind: Kind]> = new Map([
  ['ns', [1, TIME]],
  ['µs', [1e3, TIME]],
  ['ms', [1e6, TIME]],
  ['s', [1e9, TIME]],
  ['min', [60e9, TIME]],
  ['cycles', [1, CYCLES]],
  ['Kc', [1e3, CYCLES]],
  ['Mc', [1e6, CYCLES]],
  ['Gc', [1e9, CYCLES]],
  ['Bytes', [1, BYTES]],
  ['KB', [1024, BYTES]],
  ['MB', [1024 ** 2, BYTES]],
  ['GB', [1024 ** 3, BYTES]],
])

/** Time Profiler takes one sample per millisecond. */
const NS_PER_SAMPLE = 1e6

/** `846.00 ms`, `4273.0ms   99.9%`, `429.93 MB     100.0%`, `0`. They may be separated by spaces as wide as a digit. */
const QUANTITY = /^\s*(\d{1,15}(?:\.\d{1,6})?)\s*(\p{L}*)(?:\s+\d+(?:\.\d+)?\s*%)?\s*$/u

/**
 * The call tree of Instruments as *Edit, Deep Copy* puts it on the clipboard: a table with tabs, in which the name is indented by
 * one space per level. https://help.apple.com/instruments/mac/current/
 */
export const instruments: ProfileFormat = {
  id: 'instruments',
  title: 'a deep copy of Instruments',
  recognizes({ text }) {
    const titles = titlesOf(text)
    return titles.some(isName) && titles.some(isWhole)
  },
  parse({ text }) {
    const titles = titlesOf(text)
    const [name, whole, self] = [isName, isWhole, isSelf].map((is) => titles.findIndex(is))
    // `Self (ms)`: the unit is only in the title of the column.
    const unit = /\((\p{L}+)\)/u.exec(titles[self ?? -1] ?? '')?.[1] ?? ''
    const rows: Row[] = []
    let kind: Kind = TIME
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (index === 0 || line.trim() === '') continue
      const cells = line.split('\t')
      const indented = cells[name ?? -1] ?? ''
      const total = quantity(cells[whole ?? -1], '', index)
      const own = self === -1 ? null : quantity(cells[self ?? -1], unit, index)
      if (total.kind !== null) kind = total.kind
      // The first row is the process, whose name contains its number.
      const title = indented.trim().replace(/ \(\d+\)$/, '')
      rows.push({
        depth: indented.length - indented.trimStart().length,
        title,
        total: total.value,
        own: own?.value ?? null,
      })
    }
    const table = new StackTable()
    addRows(rows, table)
    const finished = table.finish()
    const all = finished.stacks.reduce((sum, { weight }) => sum + weight, 0)
    return {
      format: 'instruments',
      tool: 'Instruments',
      ...kind,
      language: languageOf(finished.frames),
      samples: kind.nature === 'sampled' ? Math.round(all / NS_PER_SAMPLE) : null,
      hasCallers: true,
      ...finished,
    }
  },
}

type Row = Readonly<{ depth: number; title: string; total: number; own: number | null }>

function titlesOf(text: string): readonly string[] {
  const [first = ''] = text.slice(0, 1000).split(/\r?\n/, 1)
  return first.split('\t').map((title) => title.trim())
}

function isName(title: string): boolean {
  return /^Symbol Names?$/.test(title)
}

function isWhole(title: string): boolean {
  return /^(?:Weight|Running Time|Bytes Used)$/.test(title)
}

function isSelf(title: string): boolean {
  return /^Self (?:Weight|\(\p{L}+\))$/u.test(title)
}

function quantity(cell: string | undefined, unitOfTitle: string, index: number): { value: number; kind: Kind | null } {
  if (cell?.trim() === '-') return { value: 0, kind: null }
  const [, number, unit = ''] = QUANTITY.exec(cell ?? '') ?? []
  const found = UNITS.get(unit === '' ? unitOfTitle : unit)
  if (number !== undefined && found !== undefined) return { value: Number(number) * found[0], kind: found[1] }
  if (Number(number) === 0) return { value: 0, kind: null }
  throw new UserError(
    `Line ${index + 1} has ${JSON.stringify((cell ?? 'nothing').trim().slice(0, 40))} where a time, cycles or bytes belong. Copy the call tree again, with a system language that writes 4.93 s.`,
  )
}

/** The own weight of a row without a number is its total minus the totals of its direct children. */
function addRows(rows: readonly Row[], table: StackTable): void {
  const path: { depth: number; frame: number; own: number }[] = []
  const close = (depth: number) => {
    while ((path.at(-1)?.depth ?? -1) >= depth) {
      const own = path.at(-1)?.own ?? 0
      // The rounded numbers of the children may add up to slightly more than the total.
      table.add(
        path.map(({ frame }) => frame),
        Math.max(0, own),
      )
      path.pop()
    }
  }
  for (const { depth, title, total, own } of rows) {
    close(depth)
    const caller = path.at(-1)
    if (own === null && caller !== undefined) caller.own -= total
    const frame = table.frame({ name: title === '<Unknown Address>' ? '[unknown]' : title })
    path.push({ depth, frame, own: own ?? total })
  }
  close(0)
}

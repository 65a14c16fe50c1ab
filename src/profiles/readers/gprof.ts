import { text } from '../../model/text.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** ` 27.29      1.22     1.22    75000     0.00     0.00  name`: without calls where the function was not instrumented. */
const ROW = /^ *\d+\.\d+ +\d+\.\d+ +(\d+\.\d+)(?: +\d+ +\d+\.\d+ +\d+\.\d+)? +(\S.*)$/

const NS_PER_S = 1e9

const NOT_COMPARED = text`gprof gives the time of functions that the compiler split or cloned to their neighbours. It is shown and not compared: record with perf or callgrind.`

/** The flat table: https://sourceware.org/binutils/docs/gprof/Flat-Profile.html */
export const gprof: ProfileFormat = {
  id: 'gprof',
  title: 'the text of gprof',
  recognizes({ text }) {
    const start = text.slice(0, 4096)
    return /^Flat profile:/m.test(start) && /Each sample counts as [\d.e-]+ seconds/.test(start)
  },
  parse({ text }) {
    const table = new StackTable()
    const secondsPerSample = Number(/Each sample counts as ([\d.e-]+) seconds/.exec(text)?.[1] ?? 0.01)
    let seconds = 0
    const rows = text.slice(text.indexOf('Flat profile:')).split(/\r?\n/)
    const end = rows.findIndex((row) => /^ ?%\s+the percentage of the total|^\f|Call graph/.test(row))
    for (const row of rows.slice(0, end === -1 ? rows.length : end)) {
      const [, self, name] = ROW.exec(row) ?? []
      if (name === undefined) continue
      seconds += Number(self)
      table.add([table.frame({ name })], Number(self) * NS_PER_S)
    }
    return {
      format: 'gprof',
      tool: 'gprof',
      counted: 'cpu-time',
      unit: 'ns',
      nature: 'shown',
      language: 'native',
      samples: Math.round(seconds / secondsPerSample),
      hasCallers: false,
      ...table.finish(NOT_COMPARED),
    }
  },
}

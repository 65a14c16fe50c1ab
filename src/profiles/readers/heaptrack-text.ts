import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

const SECTION = /^MOST CALLS TO ALLOCATION FUNCTIONS$/m
const NEXT_SECTION = /^(?:PEAK MEMORY CONSUMERS|MEMORY LEAKS|MOST TEMPORARY ALLOCATIONS|total runtime: )/m

/** `heaptrack_print`: who called the allocation functions most. Exact for a program of one thread, and the names are short. */
export const heaptrackText: ProfileFormat = {
  id: 'heaptrack-text',
  title: 'the text of heaptrack_print',
  recognizes({ text }) {
    return /^reading file "|^Debuggee command was: /m.test(text.slice(0, 4096)) && SECTION.test(text)
  },
  parse({ text }) {
    const table = new StackTable()
    const section = text.split(SECTION)[1]?.split(NEXT_SECTION, 1)[0] ?? ''
    for (const block of section.split(/\r?\n\r?\n/)) {
      const lines = block.trim().split(/\r?\n/)
      const calls = /^(\d{1,15}) calls to allocation functions/.exec(lines[0] ?? '')?.[1]
      const name = lines[1]?.trim()
      if (calls !== undefined && name !== undefined) table.add([table.frame({ name })], Number(calls))
    }
    return {
      format: 'heaptrack-text',
      tool: 'heaptrack',
      counted: 'allocations',
      unit: 'allocations',
      nature: 'exact',
      language: 'native',
      samples: null,
      hasCallers: false,
      ...table.finish(),
    }
  },
}

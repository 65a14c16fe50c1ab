import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `svc  1859 [003]  1424.674912:    2004008 cpu-clock: `: the period is left out where perf recorded none. */
const HEADER = /^\S.*?\s+-?\d+(?:\/\d+)?\s+(?:\[\d+\]\s+)?\d+\.\d+:\s+(?:(\d{1,18})\s+)?(\S+):/

/** `    120a orders::decodeBody+0x1a (/srv/svc)`. Names hold spaces and brackets, so the binary is what the last bracket holds. */
const FRAME = /^\s+[0-9a-f]+ (.*)$/

/** https://man7.org/linux/man-pages/man1/perf-script.1.html */
export const perfScript: ProfileFormat = {
  id: 'perf-script',
  title: 'output of perf script',
  recognizes({ text }) {
    const lines = text
      .slice(0, 64 * 1024)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    return HEADER.test(lines[0] ?? '') && FRAME.test(lines[1] ?? '')
  },
  parse({ text }) {
    const table = new StackTable()
    const events = new Set<string>()
    let [samples, period, stack]: [number, number, number[]] = [0, 1, []]
    const flush = () => {
      table.add(stack.reverse(), period)
      stack = []
    }
    for (const line of text.split(/\r?\n/)) {
      const frame = FRAME.exec(line)
      if (frame !== null) {
        stack.push(table.frame(readFrame(frame[1] ?? '')))
        continue
      }
      const header = line.startsWith('#') ? null : HEADER.exec(line)
      if (header === null) continue
      flush()
      samples += 1
      period = Number(header[1] ?? 1)
      events.add(header[2] ?? '')
    }
    flush()
    const { frames, stacks, notes } = table.finish()
    const isTime = [...events].every((event) => /^(?:cpu|task)-clock/.test(event))
    const mixed = events.size > 1 ? [`The file mixes ${events.size} kinds of events: their periods were added up.`] : []
    return {
      format: 'perf-script',
      tool: 'perf',
      counted: 'cpu-time',
      unit: isTime ? 'ns' : 'events',
      nature: 'sampled',
      language: frames.some(({ name }) => /::h[0-9a-f]{16}$|<.+ as .+>::/.test(name)) ? 'rust' : 'native',
      samples,
      frames,
      stacks,
      hasCallers: true,
      notes: [...notes, ...mixed],
    }
  },
}

function readFrame(text: string): Readonly<{ name: string; library: string | null }> {
  const at = text.lastIndexOf(' (')
  if (at < 0) return { name: text, library: null }
  return { name: text.slice(0, at).replace(/\+0x[0-9a-f]+$/, ''), library: text.slice(at + 2).replace(/\)$/, '') }
}

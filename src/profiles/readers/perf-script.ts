import { type Text, text } from '../../model/text.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `    120a orders::decodeBody+0x1a (/srv/svc)`. Names contain spaces and brackets, so the binary is in the last bracket. */
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
    return readHeader(lines[0] ?? '') !== null && FRAME.test(lines[1] ?? '')
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
      const header = readHeader(line)
      if (header === null) continue
      flush()
      samples += 1
      period = header.period
      events.add(header.event)
    }
    flush()
    const isTime = [...events].every((event) => /^(?:cpu|task)-clock/.test(event))
    const finished = table.finish(...(events.size > 1 ? [severalEvents(events.size)] : []))
    return {
      format: 'perf-script',
      tool: 'perf',
      counted: 'cpu-time',
      unit: isTime ? 'ns' : 'events',
      nature: 'sampled',
      language: languageOf(finished.frames),
      samples,
      hasCallers: true,
      ...finished,
    }
  },
}

/**
 * `svc  1859/1860 [003]  1424.674912:    2004008 cpu-clock: `: the processor and the period are absent if perf did not record
 * them. The line is read word by word, because names of programs contain spaces, and a pattern would take very long on a hostile
 * line.
 */
function readHeader(line: string): Readonly<{ period: number; event: string }> | null {
  if (line.startsWith('#') || /^\s/.test(line) || line === '') return null
  const words = line.split(/\s+/)
  const at = words.findIndex((word) => /^\d+\.\d+:$/.test(word))
  const isProcess = (word = '') => /^-?\d+(?:\/-?\d+)?$/.test(word)
  if (at < 2 || !(isProcess(words[at - 1]) || (/^\[\d+\]$/.test(words[at - 1] ?? '') && isProcess(words[at - 2]))))
    return null
  const hasPeriod = /^\d{1,18}$/.test(words[at + 1] ?? '')
  const event = words[at + (hasPeriod ? 2 : 1)] ?? ''
  return event.endsWith(':') ? { period: hasPeriod ? Number(words[at + 1]) : 1, event: event.slice(0, -1) } : null
}

/** `JS:*handleOrder file:///srv/service.mjs:16:21`, if Node runs with --perf-basic-prof. */
const JAVASCRIPT = /^(?:JS|LazyCompile|Function|InterpretedFunction|Script|Eval):[*~^+]?(\S*) (\S+?)(?::\d+){1,2}$/

function readFrame(text: string): Readonly<{ name: string; file: string | null; library: string | null }> {
  const at = text.lastIndexOf(' (')
  const name = at < 0 ? text : text.slice(0, at).replace(/\+0x[0-9a-f]+$/, '')
  const library = at < 0 ? null : text.slice(at + 2).replace(/\)$/, '')
  const [, plain, file] = JAVASCRIPT.exec(name) ?? []
  return file === undefined ? { name, file: null, library } : { name: plain ?? '', file, library: null }
}

function severalEvents(kinds: number): Text {
  return text`The file mixes ${kinds} kinds of events: their periods were added up.`
}

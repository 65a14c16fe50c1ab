import { UserError } from '../../model/errors.ts'
import type { Counted, Language, Profile } from '../../model/profile.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `outer;inner 12`. py-spy leaves the stack empty where it saw none. heaptrack writes one more `;` before the weight. */
const LINE = /^(.*?)(;?) (\d{1,15}(?:\.\d{1,9})?)$/

/** How many lines are looked at to know the format and the tool. */
const LOOKED_AT = 50

type Origin = Readonly<{ tool: string; counted: Counted; nature: Profile['nature']; language: Language }>

/**
 * One stack a line: https://github.com/brendangregg/FlameGraph#2-fold-stacks. Written by py-spy, async-profiler, `jfrconv`, heaptrack,
 * `stackcollapse-perf.pl` and many more. The file does not say by which, but their names of functions do.
 */
export const collapsed: ProfileFormat = {
  id: 'collapsed',
  title: 'collapsed stacks',
  recognizes({ text }) {
    const lines = text.slice(0, 1024 * 1024).split(/\r?\n/, LOOKED_AT + 1)
    // A cut line is no proof of anything.
    const whole = (lines.length > LOOKED_AT ? lines.slice(0, LOOKED_AT) : lines).filter((line) => line.trim() !== '')
    return whole.length > 0 && whole.every((line) => LINE.test(line)) && whole.some((line) => line.includes(';'))
  },
  parse({ text }) {
    const lines = text.split(/\r?\n/)
    const origin = originOf(lines.slice(0, 2000))
    const table = new StackTable()
    let [samples, empty] = [0, 0]
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue
      const [, stack, , weightText] = LINE.exec(line) ?? []
      if (stack === undefined) throw notAStack(index, line)
      const weight = Number(weightText)
      samples += weight
      if (stack === '') empty += weight
      else table.add(framesOf(stack, origin.language, table), weight)
    }
    const { frames, stacks, notes } = table.finish()
    const isSampled = origin.nature === 'sampled'
    return {
      format: 'collapsed',
      ...origin,
      unit: isSampled ? 'samples' : 'events',
      samples: isSampled ? samples : null,
      frames,
      stacks,
      hasCallers: true,
      notes: empty === 0 ? notes : [...notes, `${empty} samples have no stack: they were left out.`],
    }
  },
}

function originOf(lines: readonly string[]): Origin {
  const text = lines.join('\n').slice(0, 256 * 1024)
  if (lines.some((line) => /; \d+$/.test(line)))
    return { tool: 'heaptrack', counted: 'heap-cost', nature: 'exact', language: 'native' }
  if (/(?:^|;)[^;]+ \([^;()]+\.py(?::\d+)?\)/m.test(text)) {
    return { tool: 'py-spy', counted: 'wall-time', nature: 'sampled', language: 'python' }
  }
  const isJava = /(?:^|;)(?:[\w$]+[./]){2,}[\w$<>]+(?:_\[[0jik1]\])?(?=[; ])/m.test(text)
  if (isJava) return { tool: 'async-profiler', counted: 'cpu-time', nature: 'sampled', language: 'java' }
  return { tool: 'collapsed stacks', counted: 'cpu-time', nature: 'sampled', language: languageOf(text) }
}

function languageOf(text: string): Language {
  if (/(?:^|;)main\.\(?\*?\w|(?:^|;)runtime\.(?:goexit|main|mcall)/m.test(text)) return 'go'
  if (/file:\/\/|node:internal|\.m?js(?::\d+)?[;) ]/.test(text)) return 'javascript'
  return /core::(?:ops|iter|fmt)::|std::rt::|<[^<>]{1,200} as [^<>]{1,200}>::/.test(text) ? 'rust' : 'native'
}

function framesOf(stack: string, language: Language, table: StackTable): readonly number[] {
  return stack.split(';').map((text) => {
    const place = language === 'python' ? /^(.+) \((.+?)(?::(\d+))?\)$/.exec(text) : null
    // The line is where it was, not where the function starts: one function would be many.
    return table.frame(place === null ? { name: text } : { name: place[1] ?? text, file: place[2] ?? null })
  })
}

function notAStack(index: number, line: string): UserError {
  return new UserError(
    `Line ${index + 1} is no stack with a weight at its end: ${JSON.stringify(line.slice(0, 60))}. Is the file cut? Write it again.`,
  )
}

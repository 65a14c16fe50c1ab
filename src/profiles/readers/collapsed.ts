import { UserError } from '../../model/errors.ts'
import type { Language } from '../../model/profile.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `outer;inner 12`. py-spy leaves the stack empty where it saw none. heaptrack writes one more `;` before the weight. */
const LINE = /^(.*?)(;?) (\d{1,15}(?:\.\d{1,9})?)$/

/** How many lines are looked at to know the format and the tool. */
const LOOKED_AT = 50

/** 512 functions with the longest of names. */
const MAX_LINE_CHARACTERS = 2_000_000

/** And to know the tool by the names of the functions. */
const LOOKED_AT_FOR_TOOL = 2000
const LOOKED_AT_CHARACTERS = 256 * 1024

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
    const start = lines.slice(0, LOOKED_AT_FOR_TOOL).join('\n').slice(0, LOOKED_AT_CHARACTERS)
    const isHeaptrack = /; \d+$/m.test(start)
    const isPython = /(?:^|;)[^;]+ \([^;()]+\.py(?::\d+)?\)/m.test(start)
    const table = new StackTable()
    const frameOf = isPython ? pythonFrame : plainFrame
    let [samples, empty] = [0, 0]
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue
      const [, stack, , weightText] = line.length > MAX_LINE_CHARACTERS ? [] : (LINE.exec(line) ?? [])
      if (stack === undefined) throw notAStack(index, line)
      const weight = Number(weightText)
      samples += weight
      if (stack === '') empty += weight
      else
        table.add(
          stack.split(';').map((name) => table.frame(frameOf(name))),
          weight,
        )
    }
    const { frames, stacks, notes } = table.finish()
    const language = isHeaptrack ? 'native' : isPython ? 'python' : languageOf(frames)
    return {
      format: 'collapsed',
      tool: isHeaptrack ? 'heaptrack' : (TOOLS[language] ?? 'collapsed stacks'),
      counted: isHeaptrack ? 'heap-cost' : isPython ? 'wall-time' : 'cpu-time',
      unit: isHeaptrack ? 'events' : 'samples',
      nature: isHeaptrack ? 'exact' : 'sampled',
      language,
      samples: isHeaptrack ? null : samples,
      frames,
      stacks,
      hasCallers: true,
      notes: empty === 0 ? notes : [...notes, `${empty} samples have no stack: they were left out.`],
    }
  },
}

/** Which profiler writes such names. */
const TOOLS: Partial<Readonly<Record<Language, string>>> = { python: 'py-spy', java: 'async-profiler' }

function plainFrame(name: string): Readonly<{ name: string; file: string | null }> {
  return { name, file: null }
}

/** The line is where it was, not where the function starts: one function would be many. */
function pythonFrame(text: string): Readonly<{ name: string; file: string | null }> {
  const [, name = text, file = null] = /^(.+) \((.+?)(?::\d+)?\)$/.exec(text) ?? []
  return { name, file }
}

function notAStack(index: number, line: string): UserError {
  return new UserError(
    `Line ${index + 1} is no stack with a weight at its end: ${JSON.stringify(line.slice(0, 60))}. Is the file cut? Write it again.`,
  )
}

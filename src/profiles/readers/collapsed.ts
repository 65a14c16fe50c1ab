import { UserError } from '../../model/errors.ts'
import { code, type Text, text } from '../../model/text.ts'
import { languageOf } from '../language-of.ts'
import type { ProfileFormat } from '../profile-format.ts'
import { StackTable } from '../stack-table.ts'

/** `outer;inner 12`. py-spy leaves the stack empty if it saw none. heaptrack writes another `;` before the weight. */
const LINE = /^(.*?)(;?) (\d{1,15}(?:\.\d{1,9})?)$/

/** How many lines are read to recognise the format. */
const LOOKED_AT = 50

/** 512 functions with the longest of names. */
const MAX_LINE_CHARACTERS = 2_000_000

/** How many lines are read to recognise the tool by the names of functions. */
const LOOKED_AT_FOR_TOOL = 2000
const LOOKED_AT_CHARACTERS = 256 * 1024

/**
 * One stack per line: https://github.com/brendangregg/FlameGraph#2-fold-stacks. Written by py-spy, async-profiler, `jfrconv`,
 * heaptrack, `stackcollapse-perf.pl` and many more. The file does not name the tool, but the tools write the names of functions
 * differently.
 */
export const collapsed: ProfileFormat = {
  id: 'collapsed',
  title: 'collapsed stacks',
  recognizes({ text }) {
    const lines = text.slice(0, 1024 * 1024).split(/\r?\n/, LOOKED_AT + 1)
    // The last line may be cut, so it is not read.
    const whole = (lines.length > LOOKED_AT ? lines.slice(0, LOOKED_AT) : lines).filter(
      (line) => line.trim() !== '' && !isRemark(line),
    )
    return whole.length > 0 && whole.every((line) => LINE.test(line)) && whole.some((line) => line.includes(';'))
  },
  parse({ text }) {
    const lines = text.split(/\r?\n/)
    const start = lines.slice(0, LOOKED_AT_FOR_TOOL).join('\n').slice(0, LOOKED_AT_CHARACTERS)
    const isHeaptrack = /; \d+$/m.test(start)
    const python = PYTHON.find(({ frame }) => frame.test(start))
    const table = new StackTable()
    const frameOf = python?.frameOf ?? plainFrame
    const scale = python?.nsOfWeight ?? 1
    let [samples, empty] = [0, 0]
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || isRemark(line)) continue
      const [, stack, , weightText] = line.length > MAX_LINE_CHARACTERS ? [] : (LINE.exec(line) ?? [])
      if (stack === undefined) throw notAStack(index, line)
      const weight = Number(weightText)
      const count = scale === 1 ? weight : 1
      samples += count
      const names = stack.replace(THREADS, '')
      if (names === '') empty += count
      else
        table.add(
          names.split(';').map((name) => table.frame(frameOf(name))),
          weight * scale,
        )
    }
    const finished = table.finish(
      ...(empty === 0 ? [] : [withoutStack(empty)]),
      ...(python?.note === undefined ? [] : [python.note]),
    )
    const language = isHeaptrack ? 'native' : python === undefined ? languageOf(finished.frames) : 'python'
    return {
      format: 'collapsed',
      tool: isHeaptrack ? 'heaptrack' : (python?.tool ?? (language === 'java' ? 'async-profiler' : 'collapsed stacks')),
      counted: isHeaptrack ? 'heap-cost' : python === undefined ? 'cpu-time' : 'wall-time',
      unit: isHeaptrack ? 'events' : scale === 1 ? 'samples' : 'ns',
      nature: isHeaptrack ? 'exact' : 'sampled',
      language,
      samples: isHeaptrack ? null : samples,
      hasCallers: true,
      ...finished,
    }
  },
}

function plainFrame(name: string): Readonly<{ name: string; file: string | null }> {
  return { name, file: null }
}

/**
 * How profilers of Python write a frame. The line is the running line, not the start of the function. If it were kept, one
 * function would become many.
 */
const PYTHON: readonly Readonly<{
  tool: string
  frame: RegExp
  frameOf(text: string): Readonly<{ name: string; file: string | null }>
  nsOfWeight?: number
  note?: Text
}>[] = [
  { tool: 'py-spy', frame: /(?:^|;)[^;]+ \([^;()]+\.py(?::\d+)?\)/m, frameOf: nameAndFile },
  // A stack of austin weighs microseconds, and each line of it is a sample: https://github.com/P403n1x87/austin#basic-output
  { tool: 'austin', frame: /^P\d+;T[^;]+;.*\.py:[^;:]+:\d+/m, frameOf: fileAndName, nsOfWeight: 1000 },
  // https://docs.python.org/3.15/library/profiling.sampling.html
  {
    tool: 'profiling.sampling',
    frame: /(?:^|;)[^;:]+\.py:[^;:]+:\d+/m,
    frameOf: fileAndName,
    note: text`The file has no folders, so what libraries take may count for themselves: name your own code in ${code('profiles: { own: [...] }')}.`,
  },
]

/** The thread and the process before a stack. Their numbers differ in each run. */
const THREADS = /^(?:tid:\d+(?:;|$)|P\d+;T[0-9a-fA-F:]+(?:;|$))/

/** `marshal_any (service.py:46)` */
function nameAndFile(text: string): Readonly<{ name: string; file: string | null }> {
  const [, name = text, file = null] = /^(.+) \((.+?)(?::\d+)?\)$/.exec(text) ?? []
  return { name, file }
}

/** `service.py:marshal_any:46` */
function fileAndName(text: string): Readonly<{ name: string; file: string | null }> {
  const [, file = null, name = text] = /^(.+\.py):(.+?)(?::\d+)?$/.exec(text) ?? []
  return { name, file }
}

/** austin writes its settings around the stacks: `# mode: wall`. */
function isRemark(line: string): boolean {
  return /^# [a-z_]+: /.test(line)
}

function notAStack(index: number, line: string): UserError {
  return new UserError(
    `Line ${index + 1} is no stack with a weight at its end: ${JSON.stringify(line.slice(0, 60))}. Is the file cut? Write it again.`,
  )
}

function withoutStack(samples: number): Text {
  return text`${samples} samples have no stack: they were left out.`
}

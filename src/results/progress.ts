import type { ResultFile } from '../model/result-file.ts'
import { terminalLine } from '../model/terminal-text.ts'
import { name, text } from '../model/text.ts'

/** Shorter work prints nothing. */
const QUIET_MS = 2000
const TERMINAL_EVERY_MS = 200
/** A line of a terminal has about 80 columns, and the numbers need 30 of them. */
const MAX_PATH_CHARACTERS = 60
/** A log is read afterwards, so a few lines are enough. */
const LOG_EVERY_MS = 5000

/** Where progress is printed: standard error. */
export type ProgressOutput = Readonly<{ isTerminal: boolean; write(text: string): void }>

export type Progress = Readonly<{
  /** The same file. Reading it is counted. */
  watch(file: ResultFile): ResultFile
  /** Clears the current line of a terminal. */
  end(): void
}>

/**
 * Prints how much was read: on a terminal in one line that is overwritten, in a log as a new line every five seconds. It prints
 * nothing in the first two seconds. `nowMs` is a clock.
 */
export function createProgress(output: ProgressOutput, nowMs: () => number): Progress {
  const everyMs = output.isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS
  const startMs = nowMs()
  let nextMs = startMs + QUIET_MS
  let totalBytes = 0
  let hasLine = false

  function report(path: string, bytes: number): void {
    totalBytes += bytes
    const now = nowMs()
    if (now < nextMs) return
    nextMs = now + everyMs
    const megabytes = Math.round(totalBytes / 1e6)
    const speed = Math.round(totalBytes / 1e3 / (now - startMs))
    const line = terminalLine(text`Reading ${name(ending(path))}: ${megabytes} MB so far, ${speed} MB/s`)
    output.write(output.isTerminal ? `\r\u001b[K${line}` : `${line}\n`)
    hasLine = output.isTerminal
  }

  function watch(file: ResultFile): ResultFile {
    return { ...file, open: () => counted(file) }
  }

  async function* counted(file: ResultFile): AsyncIterable<Uint8Array> {
    for await (const chunk of file.open()) {
      report(file.path, chunk.length)
      yield chunk
    }
  }

  function end(): void {
    if (hasLine) output.write('\r\u001b[K')
    hasLine = false
  }

  return { watch, end }
}

/** The end of a long path says more than its beginning: it has the run and the file. */
function ending(path: string): string {
  return path.length > MAX_PATH_CHARACTERS ? `…${path.slice(1 - MAX_PATH_CHARACTERS)}` : path
}

import { terminalLine, terminalText } from '../model/terminal-text.ts'
import type { Text } from '../model/text.ts'

/** The output for progress: standard error. */
export type ProgressOutput = Readonly<{ isTerminal: boolean; columns(): number; write(text: string): void }>

/** How far a measurement has come. */
type ProgressState = Readonly<{
  /** The number of finished runs. */
  done: number
  total: number
  /** What is being done now. */
  what: Text
}>

export type ProgressDisplay = Readonly<{
  /** Prints a line that stays on the screen. */
  tell(line: Text): void
  /** Reports a finished run. Prints nothing on a terminal, where the bar shows it. */
  ran(line: Text): void
  /** Shows the state. null: nothing is being measured now. */
  at(state: ProgressState | null): void
  /** Draws the bar again, because the remaining time has changed. */
  redraw(): void
}>

const BAR_CHARACTERS = 24

/** Shows a bar on a terminal, and prints lines elsewhere, such as in a log. `nowMs` is a clock. */
export function createProgressDisplay(output: ProgressOutput, nowMs: () => number): ProgressDisplay {
  const startedMs = nowMs()
  let state: ProgressState | null = null
  let doneAtMs = startedMs
  let hasBar = false

  function clear(): void {
    if (hasBar) output.write(CLEAR_LINE)
    hasBar = false
  }
  function redraw(): void {
    if (!output.isTerminal || state === null) return
    const line = barLine(state, leftMs(state, doneAtMs - startedMs, nowMs() - doneAtMs))
    // The last column stays empty, because some terminals begin a new line after it.
    output.write(CLEAR_LINE + line.slice(0, Math.max(0, output.columns() - 1)))
    hasBar = true
  }
  function tell(line: Text): void {
    clear()
    output.write(`${terminalText(line)}\n`)
    redraw()
  }
  return {
    tell,
    ran: (line) => {
      if (!output.isTerminal) tell(line)
    },
    at: (next) => {
      if (next !== null && next.done !== (state?.done ?? 0)) doneAtMs = nowMs()
      state = next
      clear()
      redraw()
    },
    redraw,
  }
}

/** https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ section 8.3.41, EL */
const CLEAR_LINE = '\r\u001b[K'

/**
 * The estimated remaining time: each remaining run takes as long as the average finished run. null: no run has finished.
 *
 * @param finishedMs how long the finished runs took in all
 * @param currentMs how long the current run has taken
 */
function leftMs({ done, total }: ProgressState, finishedMs: number, currentMs: number): number | null {
  return done === 0 ? null : Math.max(0, (finishedMs / done) * (total - done) - currentMs)
}

function barLine({ done, total, what }: ProgressState, remainingMs: number | null): string {
  const full = Math.round((BAR_CHARACTERS * done) / total)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_CHARACTERS - full)
  return `${bar} ${done} of ${total} runs${remainingMs === null ? '' : `, about ${duration(remainingMs)} left`}. ${terminalLine(what)}`
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}

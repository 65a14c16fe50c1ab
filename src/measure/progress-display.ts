/** Where progress goes: standard error. */
export type ProgressOutput = Readonly<{ isTerminal: boolean; columns(): number; write(text: string): void }>

/** How far a measurement is. */
type ProgressState = Readonly<{
  /** Runs. */
  done: number
  total: number
  /** What goes on now. */
  what: string
}>

export type ProgressDisplay = Readonly<{
  /** A line that stays. */
  tell(line: string): void
  /** What became of a run. On a terminal the bar says it. */
  ran(line: string): void
  /** null: nothing is measured now. */
  at(state: ProgressState | null): void
  /** Once more, because time went by. */
  redraw(): void
}>

const BAR_CHARACTERS = 24

/** A bar where there is a terminal, and lines where a log is read later. `nowMs` is a clock. */
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
    const line = barLine(state, leftMs(state))
    // The last column stays free: some terminals begin a new line there.
    output.write(CLEAR_LINE + line.slice(0, Math.max(0, output.columns() - 1)))
    hasBar = true
  }
  /** The runs that are left take as long as the others did. null: there are no others. */
  function leftMs({ done, total }: ProgressState): number | null {
    if (done === 0) return null
    const eachMs = (doneAtMs - startedMs) / done
    return Math.max(0, eachMs * (total - done) - (nowMs() - doneAtMs))
  }
  function tell(line: string): void {
    clear()
    output.write(`${line}\n`)
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

function barLine({ done, total, what }: ProgressState, leftMs: number | null): string {
  const full = Math.round((BAR_CHARACTERS * done) / total)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_CHARACTERS - full)
  return `${bar} ${done} of ${total} runs${leftMs === null ? '' : `, about ${duration(leftMs)} left`}. ${what}`
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}

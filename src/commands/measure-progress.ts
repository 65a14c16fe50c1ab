import { createProgressDisplay, type ProgressDisplay } from '../measure/progress-display.ts'

const REDRAW_EVERY_MS = 1000
/** Used when the terminal gives no width or the width 0, as a terminal without a window does. */
const USUAL_COLUMNS = 80

/** Runs load tests and reports the progress on standard error, because standard output is for the report. */
export async function withProgressDisplay<T>(work: (display: ProgressDisplay) => Promise<T>): Promise<T> {
  const { stderr } = process
  const output = {
    isTerminal: stderr.isTTY === true,
    columns: () => stderr.columns || USUAL_COLUMNS,
    write: (text: string) => stderr.write(text),
  }
  const display = createProgressDisplay(output, () => performance.now())
  const timer = setInterval(display.redraw, REDRAW_EVERY_MS)
  try {
    return await work(display)
  } finally {
    clearInterval(timer)
  }
}

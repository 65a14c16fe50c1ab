import { createRunProgress, type RunProgress } from '../measure/run-progress.ts'

const REDRAW_EVERY_MS = 1000
/** Used when the terminal gives no width or the width 0, as a terminal without a window does. */
const USUAL_COLUMNS = 80

/** Runs load tests and reports the progress on standard error, because standard output is for the report. */
export async function withRunProgress<T>(work: (progress: RunProgress) => Promise<T>): Promise<T> {
  const { stderr } = process
  const output = {
    isTerminal: stderr.isTTY === true,
    columns: () => stderr.columns || USUAL_COLUMNS,
    write: (text: string) => stderr.write(text),
  }
  const progress = createRunProgress(output, () => performance.now())
  const timer = setInterval(progress.redraw, REDRAW_EVERY_MS)
  try {
    return await work(progress)
  } finally {
    clearInterval(timer)
  }
}

import { createRunProgress, type RunProgress } from '../measure/run-progress.ts'

const REDRAW_EVERY_MS = 1000
/** Of a terminal that does not say how wide it is, or says 0, as one that nobody looks at. */
const USUAL_COLUMNS = 80

/** Does work that runs load tests, and says on standard error how far it is. Standard output stays the report's. */
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

import { createProgress, type Progress } from '../results/progress.ts'

/** Does long work and reports on standard error how much was read, because standard output is for the report. */
export async function withProgress<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  const { stderr } = process
  const output = { isTerminal: stderr.isTTY === true, write: (text: string) => stderr.write(text) }
  const progress = createProgress(output, () => performance.now())
  try {
    return await work(progress)
  } finally {
    progress.end()
  }
}

import { createProgress, type Progress } from '../results/progress.ts'

/** Does work that may take long, and says on standard error how much was read. Standard output stays the report's. */
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

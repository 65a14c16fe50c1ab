import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import type { Aside, Tool } from './tool.ts'

/** One kind of result file. Formats are told apart by content, never by file name. */
export type Format = Readonly<{
  id: string
  tool: Tool
  /** The name that people know, for messages: `k6 --summary-export`. */
  title: string
  /**
   * Points have the most detail and a summary the least. If a run has several files, the file with the most detail is
   * read.
   */
  content: 'points' | 'digest' | 'summary'
  /**
   * For a format with little detail, which counts only if its folder has no other result. Beside another result, the
   * file is left out with these texts. Absent: the format always counts.
   */
  aside?: Pick<Aside, 'what' | 'advice'>
  /**
   * Decides by the first bytes after decompression: at least 64 KiB, or the whole file. `json` returns the parsed
   * value, which is computed once for all formats, or undefined if the bytes are not a whole document.
   */
  recognizes(prefix: Uint8Array, json?: () => unknown): boolean
  /**
   * Reads the whole file. Throws a UserError that says what was found and what to do. A chunk is only valid until the
   * next chunk is read.
   */
  parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run>
  /**
   * Reads the files of several load generators that shared one run. The result is exact if the format allows it, and
   * has bounds otherwise.
   */
  merge(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run>
  /**
   * A run leaves exactly one file, even if the tool joins files. Several files in one folder belong to several
   * services. Absent: a run may leave several files.
   */
  isWholeRun?: true
  /**
   * Reads a result that is a tree of files: all files in the folder of the run that this format recognises. Absent: a
   * result is one file.
   */
  readTree?(files: readonly ResultFile[], options: ReadOptions): Promise<Run>
  /** The tool's name for the folder of the tree. Absent: the result is not a tree. */
  treeFolder?: string
}>

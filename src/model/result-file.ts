/** One file of the results, before it is read. Its path, its size and its bytes are untrusted. */
export type ResultFile = Readonly<{
  /** Path inside the artifact or the results folder, with forward slashes. */
  path: string
  artifact: Readonly<{
    name: string
    /** The name without the number of the attempt. It is the same when the load test is repeated. Absent: the name. */
    part?: string
    id: number
    digest: string | null
    workflowRunId: number
    runAttempt: number | null
  }> | null
  /**
   * Gives the bytes, decompressed if they are gzip. The file can be opened several times. Throws a UserError if the file is
   * damaged. A chunk is valid only until the next chunk is requested, so a reader copies what it keeps.
   */
  open(): AsyncIterable<Uint8Array>
}>

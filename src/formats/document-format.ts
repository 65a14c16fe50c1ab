import type { ZodType } from 'zod'
import { UserError } from '../model/errors.ts'
import type { Run } from '../model/run.ts'
import { name, text } from '../model/text.ts'
import { quotedLine } from './foreign-json.ts'
import type { Format } from './format.ts'
import { jsonValue, readJsonDocument } from './json-document.ts'
import { narrowsSamples, selectionOf } from './read-options.ts'

/** The functions of zod that build a shape. */
export type ShapeParts = typeof import('./shape-parts.ts')

/**
 * A format whose file is one JSON document. Recognition is loose, so that a damaged file is still assigned to its tool.
 * The shape then says what is wrong.
 */
export type DocumentFormat<Shape> = Pick<Format, 'id' | 'tool' | 'title' | 'content'> &
  Readonly<{
    recognizesJson(document: unknown): boolean
    /**
     * How the text begins, after a byte order mark and white space. A truncated file, which is not valid JSON, is
     * recognised by it.
     */
    beginning: RegExp
    /** Declares only the fields that are read, because newer versions of a tool add fields. */
    shape(z: ShapeParts): ZodType<Shape>
    /** Throws a UserError if the document has no measurement. */
    run(document: Shape): Run
  }>

/** More bytes than the first fields take. */
const BEGINNING_BYTES = 4096

function beginningOf(prefix: Uint8Array): string {
  return new TextDecoder().decode(prefix.subarray(0, BEGINNING_BYTES)).trimStart()
}

export function documentFormat<Shape>(format: DocumentFormat<Shape>): Format {
  const { id, tool, title, content } = format
  const parse: Format['parse'] = async (chunks, options) => {
    const document = await readJsonDocument(chunks)
    // Loaded here because loading takes a while, and most results are of k6, which do not need it.
    const parsed = format.shape(await import('./shape-parts.ts')).safeParse(document)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const at = issue === undefined || issue.path.length === 0 ? 'The file' : issue.path.map(String).join('.')
      throw new UserError(
        text`${name(quotedLine(at).slice(1, -1))} is not as ${tool.name} writes it: ${issue?.message ?? 'not valid'}. The file is damaged or was edited.`,
      )
    }
    const run = format.run(parsed.data)
    const notes = narrowsSamples(options)
      ? [
          ...run.notes,
          text`The policy excludes or filters samples. ${title} cannot be trimmed: it holds the whole run.`,
        ]
      : run.notes
    return { ...run, notes, ...selectionOf(options, null) }
  }
  return {
    id,
    tool,
    title,
    content,
    recognizes(prefix, json = () => jsonValue(prefix)) {
      const document = json()
      return document === undefined ? format.beginning.test(beginningOf(prefix)) : format.recognizesJson(document)
    },
    parse,
    merge: async () => {
      throw new UserError(
        `${title} of several load generators cannot be merged. Give each of them a service or a run of its own.`,
      )
    },
  }
}

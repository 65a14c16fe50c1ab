/** A team's own template cannot be used, so the standard report is written instead. The message names the file and the line. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

/** A team's own template that cannot be used. The message names its file and its line. The standard report takes its place. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

/**
 * The content security policy of a page: nothing from the network, and only style sheets and scripts with these hashes.
 * https://www.w3.org/TR/CSP3/
 */
export function contentPolicy(styles: readonly string[], scripts: readonly string[]): string {
  const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(' ')
  return [
    "default-src 'none'",
    `style-src ${quoted(styles)}`,
    ...(scripts.length === 0 ? [] : [`script-src ${quoted(scripts)}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

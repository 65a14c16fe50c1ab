/** `https://user:password@host`: the part before the host. */
const USER = /\/\/[^\s/?#@]*@/g

/** `?page=2&token=abc`: all values, because secrets have too many names to tell them from other values. */
const QUERY_VALUE = /([?&#][^=&?#\s]{1,100}=)[^&#\s"'`<>,;(){}[\]|]+/g

/**
 * Tokens with a known beginning: GitHub, GitLab, Slack, AWS, JSON Web Tokens, and whatever follows `Bearer`.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
const TOKEN = /\b(gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|AKIA|eyJ|Bearer +)[\w.~+/=-]{8,}/g

/**
 * A text from outside without what may be a secret: k6 names requests after their address, and addresses hold passwords and
 * tokens. A report is public, so this is done where names enter, and again where text leaves.
 */
export function withoutSecrets(text: string): string {
  return text.replaceAll(USER, '//').replaceAll(QUERY_VALUE, '$1…').replaceAll(TOKEN, '$1…')
}

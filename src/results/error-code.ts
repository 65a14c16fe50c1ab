/** The `code` of a Node.js error: `ENOENT`, `Z_BUF_ERROR`. null: the value is no such error. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** The `code` of an error of Node: `ENOENT`, `Z_BUF_ERROR`. null for anything else. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

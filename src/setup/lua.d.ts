/** A script for wrk, as text. */
declare module '*.lua' {
  export const text: string
}

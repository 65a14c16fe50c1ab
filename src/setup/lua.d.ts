/** The text of a script for wrk. */
declare module '*.lua' {
  export const text: string
}

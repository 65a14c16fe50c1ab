/** The text of an example workflow. */
declare module '*.yml' {
  export const text: string
}

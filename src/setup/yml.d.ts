/** A workflow of examples/workflows, as text. */
declare module '*.yml' {
  export const text: string
}

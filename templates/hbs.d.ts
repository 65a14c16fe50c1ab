/** A template, compiled when the bundle is built: data in, text out. Throws when the data lacks a field that it names. */
declare module '*.hbs' {
  const render: (data: object) => string
  export default render
}

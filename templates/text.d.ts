/** A style sheet of the HTML report, and its hash for the page's security policy. */
declare module '*.css' {
  export const text: string
  export const hash: string
}

/** A script that runs in the HTML report's page, and its hash for the page's security policy. */
declare module '*.browser.js' {
  export const text: string
  export const hash: string
}

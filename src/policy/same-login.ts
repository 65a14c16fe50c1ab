/** Logins differ in case only by how they are typed: https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts */
export function sameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** GitHub ignores upper and lower case in the names of labels: https://github.com/actions/add-to-project/pull/136 */
export function sameLabel(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

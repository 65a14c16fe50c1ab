/** GitHub knows one label by its name in any capitals: https://github.com/actions/add-to-project/pull/136 */
export function sameLabel(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

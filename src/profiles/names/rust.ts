/** The hash at the end changes with every build, and the numbers of closures change as well, so both are removed. */
export function rustName(name: string): string {
  return name.replace(/::h[0-9a-f]{16}$/, '').replace(/\{\{closure\}\}|\{closure#\d+\}/g, '{closure}')
}

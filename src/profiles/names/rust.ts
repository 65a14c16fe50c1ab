/** The hash at the end moves with every build, and closures are counted. */
export function rustName(name: string): string {
  return name.replace(/::h[0-9a-f]{16}$/, '').replace(/\{\{closure\}\}|\{closure#\d+\}/g, '{closure}')
}

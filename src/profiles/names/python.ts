/**
 * The file stays, because two modules may have a function of the same name. The line is removed, because it changes with every
 * line above.
 */
export function pythonName(name: string, file: string | null): string {
  return file === null ? name : `${name} (${file.replace(/^.*\//, '')})`
}

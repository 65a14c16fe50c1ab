/** Two modules may have a function of the same name, so the file stays; the line goes, because it is where the function was. */
export function pythonName(name: string, file: string | null): string {
  return file === null ? name : `${name} (${file.replace(/^.*\//, '')})`
}

/**
 * The name and its file, but not the line, which changes with every line above. `*` and `~`, which say how V8 ran the function,
 * are removed.
 */
export function javascriptName(name: string, file: string | null): string {
  const plain = name.replace(/^[*~^+](?=\S)/, '')
  const base = file === null ? '' : file.replace(/[?#].*$/, '').replace(/^.*\//, '')
  if (base === '') return plain === '' ? '(anonymous)' : plain
  return plain === '' ? `(anonymous in ${base})` : `${plain} (${base})`
}

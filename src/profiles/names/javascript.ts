/** The name and its file. Never the line, which moves with every line above. `*` and `~` say how V8 ran it. */
export function javascriptName(name: string, file: string | null): string {
  const plain = name.replace(/^[*~^+](?=\S)/, '')
  const base = file === null ? '' : file.replace(/[?#].*$/, '').replace(/^.*\//, '')
  if (base === '') return plain === '' ? '(anonymous)' : plain
  return plain === '' ? `(anonymous in ${base})` : `${plain} (${base})`
}

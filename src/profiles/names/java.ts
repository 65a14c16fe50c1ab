/**
 * Removed: `_[j]`, which says how the frame was run; the number of a lambda, which changes when a lambda is added before it; the
 * addresses of hidden classes. https://github.com/async-profiler/async-profiler/blob/master/docs/OutputFormats.md
 */
export function javaName(name: string): string {
  const plain = name.replace(/_\[[0jik1]\]$/, '').replaceAll('/', '.')
  const lambda = plain.indexOf('$$Lambda')
  if (lambda === -1) return plain
  const method = plain.slice(plain.lastIndexOf('.'))
  return `${plain.slice(0, lambda)}$$Lambda${/^\.[a-z_]\w*$/i.test(method) && !/^\.0x/.test(method) ? method : ''}`
}

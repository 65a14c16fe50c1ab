/**
 * `_[j]` says how the frame was run; the number of a lambda moves when one is added before it; hidden classes have addresses.
 * https://github.com/async-profiler/async-profiler/blob/master/docs/OutputFormats.md
 */
export function javaName(name: string): string {
  return name
    .replace(/_\[[0jik1]\]$/, '')
    .replaceAll('/', '.')
    .replace(/\$\$Lambda(?:[$.+/][0-9a-zx.+/]*?)?(?=\.[a-z_$]\w*$|$)/i, '$$$$Lambda')
}

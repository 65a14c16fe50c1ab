/** A k6 script of the repository, and the service that it seems to load. */
export type K6Script = Readonly<{ path: string; service: string }>

/**
 * Names that say nothing of the service: `perf/load.js` of the repository `shop` loads `shop`, and
 * `services/checkout/perf/load.js` loads `checkout`.
 */
const GENERIC = new Set(
  'k6 load load-test loadtest load-tests loadtests perf performance performance-tests test tests e2e script scripts src main index smoke stress soak spike benchmark bench services apps packages ci'.split(
    ' ',
  ),
)

/** A module that k6 can run has a default function or options; what only others import has neither. */
export function isRunnable(text: string): boolean {
  return /\bexport\s+default\b|\bexport\s+(?:const|let|var)\s+options\b|\bexports\.(?:default|options)\b/.test(text)
}

/** The service of a script: the nearest name in its path that says something, and else the name of the repository. */
export function serviceOfScript(path: string, repository: string): string {
  const parts = path.replace(/\.(?:test|spec|k6|load|perf)?\.?[cm]?[jt]s$/, '').split('/')
  const named = parts.map(serviceName).findLast((name) => name !== '' && !GENERIC.has(name))
  return named ?? (serviceName(repository) || 'service')
}

/** As results/layout.ts allows it: at most 64 of a-z, 0-9, ".", "_" and "-", without "--". */
function serviceName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 64)
}

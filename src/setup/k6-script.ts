/** A k6 script of the repository, and the service that it probably loads. */
export type K6Script = Readonly<{ path: string; service: string }>

/**
 * Names that do not identify a service. `perf/load.js` in the repository `shop` loads `shop`, and
 * `services/checkout/perf/load.js` loads `checkout`.
 */
const GENERIC = new Set(
  'k6 load load-test loadtest load-tests loadtests perf performance performance-tests test tests e2e script scripts src main index smoke stress soak spike benchmark bench services apps packages ci'.split(
    ' ',
  ),
)

/** Whether k6 can run a module: it then has a default function or options. A module that is only imported has neither. */
export function isRunnable(text: string): boolean {
  return /\bexport\s+default\b|\bexport\s+(?:const|let|var)\s+options\b|\bexports\.(?:default|options)\b/.test(text)
}

/** The service of a script: the last name in its path that is not generic, or else the name of the repository. */
export function serviceOfScript(path: string, repository: string): string {
  const parts = path.replace(/\.(?:test|spec|k6|load|perf)?\.?[cm]?[jt]s$/, '').split('/')
  const named = parts.map(serviceName).findLast((name) => name !== '' && !GENERIC.has(name))
  return named ?? (serviceName(repository) || 'service')
}

/** Turns a text into a name that results/layout.ts allows: at most 64 of a-z, 0-9, ".", "_" and "-", without "--". */
function serviceName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 64)
}

import picomatch from 'picomatch/posix.js'
import { addressOf, withoutAddress } from '../model/address.ts'
import type { Policy, ServicePolicy } from '../model/policy.ts'

/**
 * Endpoint names are not paths: in `GET *`, the star must also match the slashes of `GET /orders/7`.
 * picomatch's `bash` option makes `*` cross them: https://github.com/micromatch/picomatch#options
 */
const NAME_OPTIONS = { bash: true, dot: true, nonegate: true } as const

/** Changed files are paths: `*` stays inside one folder, `**` crosses folders. */
const PATH_OPTIONS = { dot: true } as const

/** What holds for one service: its exact name wins over patterns; then the first pattern in the file; then the defaults. */
export function servicePolicy(policy: Policy, service: string): ServicePolicy {
  const exact = policy.services.find(({ pattern }) => pattern === service)
  const entry = exact ?? policy.services.find(({ pattern }) => matchesName(pattern, service))
  return entry?.policy ?? policy.defaults
}

/** The largest allowed change for the worse (0.05 is 5 %). null: the whole service. An exact endpoint name wins over patterns. */
export function limitFor(policy: ServicePolicy, endpoint: string | null): number {
  if (endpoint === null) return policy.maxRegressionRatio
  const exact = policy.endpoints.find(({ pattern }) => pattern === endpoint)
  const entry = exact ?? policy.endpoints.find(({ pattern }) => matchesName(pattern, endpoint))
  return entry?.maxRegressionRatio ?? policy.maxRegressionRatio
}

/**
 * Whether a service or endpoint name matches a pattern of the policy. Equal text always matches, whatever characters it has. Where
 * both sides have addresses of their own, endpoints go by their paths, and so does a pattern with an address.
 */
export function matchesName(pattern: string, name: string): boolean {
  if (pattern === name || picomatch.isMatch(name, pattern, NAME_OPTIONS)) return true
  return name.startsWith('/') && addressOf(pattern) !== null && matchesName(withoutAddress(pattern), name)
}

/**
 * Whether a change touches a service, so that its results must be there. A service without `paths` is always touched,
 * and so is every service when the changed files are not known (null).
 */
export function isTouched(policy: Pick<ServicePolicy, 'paths'>, changedFiles: readonly string[] | null): boolean {
  if (policy.paths.length === 0 || changedFiles === null) return true
  const matches = picomatch(policy.paths.flatMap(patternsOf), PATH_OPTIONS)
  return changedFiles.some((file) => matches(file))
}

/**
 * Git and GitHub name files from the root of the repository, without `./` or `/` before them, and name files only. A pattern that is
 * written as people write folders would match nothing, and the results of the service could be absent unseen.
 */
function patternsOf(path: string): readonly string[] {
  const fromRoot = path.replace(/^(?:\.?\/)+/, '')
  const isFolder = fromRoot.endsWith('/') || !picomatch.scan(fromRoot).isGlob
  return isFolder ? [fromRoot, `${fromRoot.replace(/\/+$/, '')}/**`] : [fromRoot]
}

/** Whether any service may be absent because of what a change touches, so that the changed files must be known. */
export function namesPaths({ defaults, services }: Policy): boolean {
  return [defaults, ...services.map(({ policy }) => policy)].some(({ paths }) => paths.length > 0)
}

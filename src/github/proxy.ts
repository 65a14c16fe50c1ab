/** The variables that people set for a proxy: https://github.com/actions/toolkit/blob/main/packages/http-client/src/proxy.ts */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

type Http = Readonly<{ setGlobalProxyFromEnv?: (env: Record<string, string | undefined>) => unknown }>

/**
 * A `fetch` that uses the proxy in the environment. Node's own `fetch` ignores the proxy until a function is called
 * (https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv, Node 24.14 and later). Older runners have a Node 24
 * without that function, so the fetch of @actions/github is used there. It is large, so it is loaded only then.
 */
export async function proxyAwareFetch(
  env: Readonly<Record<string, string | undefined>>,
  loadHttp: () => Promise<Http> = () => import('node:http'),
): Promise<typeof fetch> {
  if (!PROXY_VARIABLES.some((name) => env[name])) return globalThis.fetch
  const http = await loadHttp()
  if (http.setGlobalProxyFromEnv !== undefined) {
    http.setGlobalProxyFromEnv({ ...env })
    return globalThis.fetch
  }
  const { defaults } = await import('@actions/github/lib/utils')
  return defaults.request?.fetch ?? globalThis.fetch
}

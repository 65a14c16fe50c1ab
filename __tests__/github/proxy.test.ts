import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.ts'
import { proxyAwareFetch } from '../../src/github/proxy.ts'

const refuse = () => Promise.reject(new Error('must not be loaded'))

describe('proxyAwareFetch', () => {
  test('is the global fetch, and loads nothing, if there is no proxy', async () => {
    expect(await proxyAwareFetch({ PATH: '/bin', NO_PROXY: '*' }, refuse)).toBe(globalThis.fetch)
  })

  test('tells Node about the proxy', async () => {
    const told: unknown[] = []
    const http = { setGlobalProxyFromEnv: (env: unknown) => told.push(env) }
    expect(await proxyAwareFetch({ https_proxy: 'http://proxy:8080' }, () => Promise.resolve(http))).toBe(
      globalThis.fetch,
    )
    expect(told).toEqual([{ https_proxy: 'http://proxy:8080' }])
  })

  test('uses the proxy on a Node without a proxy of its own', async () => {
    const seen: string[] = []
    const proxy = createServer()
    proxy.on('connect', (request, socket) => {
      seen.push(`CONNECT ${request.url}`)
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const names = { HTTPS_PROXY: address, GITHUB_API_URL: 'https://api.github.test' }
    const before = { ...process.env }
    Object.assign(process.env, names)
    try {
      const fetch = await proxyAwareFetch(names, () => Promise.resolve({}))
      expect(fetch).not.toBe(globalThis.fetch)
      const { octokit } = createClient({
        token: 't',
        apiUrl: names.GITHUB_API_URL,
        owner: 'acme',
        repo: 'shop',
        fetch,
        secondMs: 0,
      })
      await expect(octokit.rest.repos.get({ owner: 'acme', repo: 'shop', request: { retries: 0 } })).rejects.toThrow()
      expect(seen).toEqual(['CONNECT api.github.test:443'])
    } finally {
      process.env = before
      proxy.closeAllConnections()
      await new Promise<void>((resolve) => void proxy.close(() => resolve()))
    }
  })
})

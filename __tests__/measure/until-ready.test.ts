import { getEventListeners } from 'node:events'
import { expect, test } from '@jest/globals'
import { freePort } from '../../src/measure/free-port.ts'
import { untilReady } from '../../src/measure/until-ready.ts'

test.each([null, '/health'])('no request leaves a listener behind, which Node would report: %s', async (path) => {
  const stop = new AbortController().signal
  const address = `http://127.0.0.1:${await freePort()}`
  expect(await untilReady({ address, path, withinMs: 200 }, stop)).toContain('was not ready within 0.2 s')
  expect(getEventListeners(stop, 'abort')).toEqual([])
})

test('a signal ends the wait', async () => {
  const controller = new AbortController()
  const address = `http://127.0.0.1:${await freePort()}`
  const waiting = untilReady({ address, path: null, withinMs: 1e9 }, controller.signal)
  controller.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow()
})

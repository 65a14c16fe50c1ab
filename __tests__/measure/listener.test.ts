import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { listenersAt, socketsAt } from '../../src/measure/listener.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0000000000000000 20 4 30 10 -1
   2: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000000000000000 100 0 0 10 0
`

describe('only the sockets that listen on a port are found, not its connections', () => {
  test.each([
    [8080, ['4711']],
    [80, ['4713']],
    [443, []],
  ])('%s', (port, inodes) => {
    expect(socketsAt(port, TABLE)).toEqual(inodes)
  })
  test('of an empty table', () => expect(socketsAt(80, '')).toEqual([]))
})

test('the listening process is found', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(listenersAt(port)).toEqual([process.pid])
  await new Promise((resolve) => server.close(resolve))
  expect(listenersAt(port)).toEqual([])
})

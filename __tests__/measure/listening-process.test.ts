import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { inodesOf, listeningProcess } from '../../src/measure/listening-process.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41752 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 41790 1 0000000000000000 20 4 30 10 -1
   2: 00000000000000000000000001000000:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 5 1 0
`

test.each([
  ['8080', ['41752']],
  ['8081', ['5']],
  ['8082', []],
])('who listens on port %s, and no connection', (port, inodes) => {
  expect(inodesOf(TABLE, port)).toEqual(inodes)
})

test('this process is found by its port', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = String((server.address() as AddressInfo).port)
  expect(await listeningProcess(port)).toBe(process.pid)
  server.close()
  await once(server, 'close')
  expect(await listeningProcess(port)).toBeNull()
})

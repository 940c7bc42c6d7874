import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startTestServer } from '../support/test-server.ts'

test('a caller who never finishes does not keep the server from stopping', async () => {
  const logged: string[] = []
  const server = await startTestServer({ graceMs: 0, log: (line) => logged.push(line) })
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    'POST /api/devices/enrol HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 500\r\n\r\n',
  )
  // The server has begun with the request: it waits for a body that does not come.
  await once(socket, 'data')
  const closed = once(socket, 'close')
  await server.close()
  await closed
  expect(logged).toEqual([])
})

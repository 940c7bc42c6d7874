import { expect, test } from 'vitest'
import { whyNoPort } from '../../scripts/start-or-explain.ts'
import { startTestServer } from '../support/test-server.ts'

test('a port that is taken is told in words, with the way out', async () => {
  const first = await startTestServer()
  const error: unknown = await startTestServer({ port: first.port }).catch((reason: unknown) => reason)
  const why = whyNoPort(error, first.port)
  for (const sentence of [why?.vi, why?.en]) {
    expect(sentence).toContain(String(first.port))
    expect(sentence).toContain('PORT=')
  }
  await first.close()
})

test('what is not about the port stays what it is', () => {
  expect(whyNoPort(new Error('disk'), 4040)).toBeUndefined()
})

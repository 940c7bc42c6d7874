import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const PATHS = ['/xyz', '/kho/1', '/app/..%2fsecret', '/app/assets/gone.js']

test.each(PATHS)(
  'who follows %s in a browser gets a page with the way on, in their language',
  async (path) => {
    for (const [language, title] of [
      ['vi', 'Không có trang này'],
      ['en', 'There is no such page'],
    ] as const) {
      const answer = await fetch(server.url + path, { headers: { ...BROWSER, 'accept-language': language } })
      const text = await answer.text()
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(title)
      expect([...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/', '/app/'])
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(text).not.toContain(path.slice(1))
    }
  },
)

test.each(PATHS)('a program that asks for %s gets the refusal it can read', async (path) => {
  const answer = await fetch(server.url + path)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({
    error: { kind: 'not-found', message: { vi: expect.any(String) } },
  })
})

test('what is missing under /api/ is never a page', async () => {
  const answer = await fetch(`${server.url}/api/xyz`, { headers: BROWSER })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json'])
})

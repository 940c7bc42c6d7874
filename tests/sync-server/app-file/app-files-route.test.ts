import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const temp = makeTempFolder()
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(temp.folder, 'assets'))
  writeFileSync(join(temp.folder, 'index.html'), '<!doctype html><html lang="vi"><title>Kho 4Đ</title>')
  writeFileSync(join(temp.folder, 'service-worker.js'), 'self')
  writeFileSync(join(temp.folder, 'assets/main-1a2b.js'), 'plain')
  writeFileSync(join(temp.folder, 'assets/main-1a2b.js.br'), brotliCompressSync('packed'))
  server = await startTestServer({ distFolder: temp.folder })
})
afterAll(async () => {
  await server.close()
  temp.remove()
})

test('a path under /app/ that is no file is a screen and gets the start page, unkept', async () => {
  for (const path of ['/app/', '/app/intake', '/app/desk/items']) {
    const answer = await fetch(server.url + path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Kho 4Đ')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("'wasm-unsafe-eval'")
  }
})

test('hashed files are kept for ever and come compressed where the build made a smaller copy', async () => {
  const packed = await fetch(`${server.url}/app/assets/main-1a2b.js`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(await packed.text()).toBe('packed')
  expect(packed.headers.get('cache-control')).toContain('immutable')
  const plain = await fetch(`${server.url}/app/assets/main-1a2b.js`, {
    headers: { 'accept-encoding': 'identity' },
  })
  expect(await plain.text()).toBe('plain')
  const worker = await fetch(`${server.url}/app/service-worker.js`)
  expect(worker.headers.get('cache-control')).toBe('no-cache')
})

test('nothing outside the folder, and no missing file, is served', async () => {
  for (const path of ['/app/..%2f..%2fetc/passwd', '/app/.env', '/app/assets/gone.js', '/app/%2e%2e/x.js']) {
    expect((await fetch(server.url + path)).status, path).toBe(404)
  }
})

test('every screen of a demo is marked as one, and no other', async () => {
  const demo = await startTestServer({ distFolder: temp.folder, demo: true })
  for (const path of ['/app/', '/app/desk/items', '/app/index.html']) {
    expect(await (await fetch(demo.url + path)).text()).toContain('<html data-demo lang="vi">')
    expect(await (await fetch(server.url + path)).text()).not.toContain('data-demo')
  }
  await demo.close()
})

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markOf } from '../../../sync-server/person/mark-of.ts'
import { openBox, sealBox } from '../../../sync-server/seal/box.ts'
import { createKeyBox } from '../../../sync-server/seal/staff-key.ts'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet } from '../../support/tablet.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'
import { buildWebPage } from '../../support/web-page.ts'

const PIN = '482915'

let browser: Browser
let server: TestServer
let proxy: FaultProxy
let page: Page

/** A tablet that has been in contact once. */
beforeAll(async () => {
  browser = await openBrowser()
  server = await startTestServer()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), server.url)
  const device = await server.addDevice(await server.addWarehouse('A'))
  page = await openTablet(await browser.newContext(), { url: proxy.url, device })
  await page.evaluate(() => window.sync.pullNow())
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
  await server?.close()
})

test('what a tablet seals with the key it keeps is opened by the server, and by no other', async () => {
  const boxed = await page.evaluate(async () => {
    const { core, db } = window
    const keys = await core.readMeta(db, 'keys')
    const plain = new TextEncoder().encode('Bà Năm, 0912 345 678')
    return core.base64urlFromBytes(await core.sealBox(core.bytesFromBase64url(keys!.boxKey), plain))
  })
  const bytes = Buffer.from(boxed, 'base64url')
  expect(bytes.includes('Bà Năm')).toBe(false)
  const opened = openBox(server.keys, bytes)
  expect(opened.ok && Buffer.from(opened.value).toString()).toBe('Bà Năm, 0912 345 678')

  const other = await startTestServer()
  expect(openBox(other.keys, bytes)).toEqual({ ok: false, error: { kind: 'box-unreadable' } })
  await other.close()
  bytes[bytes.length - 20]! ^= 1
  expect(openBox(server.keys, bytes).ok).toBe(false)
})

test('what the server seals to a person is opened on the tablet with the PIN, and with no other PIN', async () => {
  const keyBox = await createKeyBox(PIN)
  const boxed = sealBox(Buffer.from(keyBox.publicKey, 'base64url'), Buffer.from('Nhà cuối ngõ'))
  const opened = await page.evaluate(
    async ({ keyBox, pins, boxed }) => {
      const { core } = window
      const answers: string[] = []
      for (const pin of pins) {
        const key = await core.openStaffKey(keyBox, pin)
        const plain = key.ok ? await core.openBox(key.value, core.bytesFromBase64url(boxed)) : key
        answers.push(plain.ok ? new TextDecoder().decode(plain.value) : plain.error.kind)
      }
      return answers
    },
    { keyBox, pins: [PIN, '482916'], boxed: Buffer.from(boxed).toString('base64url') },
  )
  expect(opened).toEqual(['Nhà cuối ngõ', 'key-box-shut'])
})

test('tablet and server make the same mark of a number, however it was typed', async () => {
  const numbers = [
    ['phone', '+84 912 345 678'],
    ['id', '001.085.012.345'],
    ['phone', 'không có'],
  ] as const
  const onTablet = await page.evaluate(async (numbers) => {
    const { core, db } = window
    const keys = await core.readMeta(db, 'keys')
    return Promise.all(numbers.map(([kind, value]) => core.markOf(keys!, kind, value)))
  }, numbers)
  expect(onTablet).toEqual([
    await markOf(server.keys, 'phone', '0912345678'),
    await markOf(server.keys, 'id', '001085012345'),
    undefined,
  ])
  expect(onTablet[0]).toMatch(/^[\w-]{22}$/)
  expect(await markOf({ ...server.keys, markKey: new Uint8Array(32) }, 'phone', '0912345678')).not.toBe(
    onTablet[0],
  )
})

import { hash } from '@node-rs/argon2'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PIN_HASH_COST } from '#shared/staff/staff'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet } from '../../support/tablet.ts'
import { buildWebPage } from '../../support/web-page.ts'

let browser: Browser
let proxy: FaultProxy
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), 'http://127.0.0.1:9')
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
})
beforeEach(async () => {
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  page = await openTablet(await browser.newContext(), { url: proxy.url, device })
  const { memoryKib, iterations, parallelism, hashBytes } = PIN_HASH_COST
  const pinHash = await hash('135790', {
    memoryCost: memoryKib,
    timeCost: iterations,
    parallelism,
    outputLen: hashBytes,
  })
  const body = { id: 's1', name: 'Chị Hòa', role: 'keeper', active: true, pinHash }
  await page.evaluate((row) => window.db.staff.put(row as never), {
    id: 's1',
    version: 1,
    deleted: false,
    body,
  })
})

test('the right PIN signs in without a network', async () => {
  const signedIn = await page.evaluate(async () => ({
    result: await window.core.signIn(window.db, 's1', '135790'),
    now: await window.core.currentStaff(window.db),
  }))
  expect(signedIn.result).toMatchObject({ ok: true, value: { name: 'Chị Hòa' } })
  expect(signedIn.now).toMatchObject({ id: 's1' })
})

test('after five wrong PINs a person waits, also with the right one', async () => {
  const results = await page.evaluate(async () => {
    const tried: unknown[] = []
    for (let i = 0; i < 5; i++) tried.push(await window.core.signIn(window.db, 's1', '000000'))
    tried.push(await window.core.signIn(window.db, 's1', '135790'))
    return tried as { ok: boolean; error?: { kind: string } }[]
  })
  expect(results.map(({ error }) => error?.kind)).toEqual([
    'wrong-pin',
    'wrong-pin',
    'wrong-pin',
    'wrong-pin',
    'locked-out',
    'locked-out',
  ])
})

test('who is no longer on the list can not sign in and is signed out', async () => {
  const after = await page.evaluate(async () => {
    const { core, db } = window
    await core.signIn(db, 's1', '135790')
    const row = (await db.staff.get('s1'))!
    await db.staff.put({ ...row, version: 2, body: { ...row.body, active: false } })
    return {
      now: await core.currentStaff(db),
      listed: await core.listStaff(db),
      again: await core.signIn(db, 's1', '135790'),
    }
  })
  expect(after).toEqual({
    now: undefined,
    listed: [],
    again: { ok: false, error: { kind: 'unknown-staff' } },
  })
})

test('a clock that was hours ahead and was set right locks the tablet, and shuts nobody out for hours', async () => {
  const after = await page.evaluate(async () => {
    const { core, db } = window
    await core.signIn(db, 's1', '135790')
    const ahead = new Date(Date.now() + 5 * 3_600_000).toISOString() as never
    const session = (await core.readMeta(db, 'session'))!
    await core.writeMeta(db, 'session', { ...session, activeAt: ahead })
    const idle = await core.currentStaff(db)
    await core.writeMeta(db, 'pinFailures', { s1: { count: 5, lockedUntil: ahead } })
    return { idle, again: await core.signIn(db, 's1', '135790') }
  })
  expect(after.idle).toBeUndefined()
  expect(after.again).toMatchObject({ ok: true, value: { id: 's1' } })
})

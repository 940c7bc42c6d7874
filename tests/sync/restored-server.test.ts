import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupDatabase } from '../../sync-server/database/backup.ts'
import { databasePath } from '../../sync-server/database/open-database.ts'
import { startServer } from '../../sync-server/main.ts'
import { openBrowser } from '../support/browser.ts'
import { openFleet, type Fleet, type FleetTablet } from '../support/fleet.ts'
import { readServerStock } from '../support/read-server-stock.ts'
import { readShownStock } from '../support/tablet.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { createTestDevice } from '../support/test-server.ts'

let browser: Browser
let fleet: Fleet

beforeAll(async () => {
  browser = await openBrowser()
  fleet = await openFleet(browser, 2)
})
afterAll(async () => {
  await fleet?.close()
  await browser?.close()
})

test('tablets that know more than a server restored from a backup show its stock from the next contact on', async () => {
  const [tablet, other] = fleet.tablets as [FleetTablet, FleetTablet]
  const restored = makeTempFolder()
  await fleet.record(tablet, 5)
  await fleet.settle()
  await backupDatabase(fleet.server.folder, databasePath(restored.folder))
  for (const quantity of [3, 4, 6]) await fleet.record(tablet, quantity)
  await fleet.settle()

  copyFileSync(join(fleet.server.folder, 'person.key'), join(restored.folder, 'person.key'))
  const server = await startServer({ port: 0, host: '127.0.0.1', dataFolder: restored.folder })
  for (const { proxy } of fleet.tablets) proxy.target = server.url
  await fleet.record(other, 2)
  await fleet.settle()
  await fleet.record(tablet, 1)
  await fleet.settle()
  const stock = await readServerStock(createTestDevice({ ...tablet.device, url: server.url }))
  expect(Object.values(stock).reduce((sum, quantity) => sum + quantity, 0)).toBe(8)
  const shown = await Promise.all(fleet.tablets.map(({ page }) => readShownStock(page)))
  expect(shown).toEqual([stock, stock])
  const { query } = server.reader
  const missing = server.reader.all(
    query.selectFrom('finding').select('detail').where('kind', '=', 'missing-numbers').where('open', '=', 1),
  )
  expect(missing.map(({ detail }) => JSON.parse(detail))).toMatchObject([
    { kind: 'missing-numbers', deviceId: tablet.device.deviceId, fromSeq: 2, toSeq: 4 },
  ])

  await server.close()
  restored.remove()
})

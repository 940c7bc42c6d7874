import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { startServer } from '../../../sync-server/main.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { createTestDevice, startTestServer } from '../../support/test-server.ts'

const closes: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close()
})

test('a server killed between commit and answer counts the resent facts once', async () => {
  const temp = makeTempFolder()
  closes.push(() => temp.remove())
  const first = await startTestServer({ dataFolder: temp.folder })
  const warehouseId = await first.addWarehouse('A')
  const shelfId = await first.addShelf(warehouseId, 'K1')
  const device = await first.addDevice(warehouseId)
  await first.close()
  const make = createFactMaker(device)
  const facts = [make.intake(shelfId, 3), make.intake(shelfId, 4)]

  const script = fileURLToPath(new URL('../../support/killed-server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, temp.folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  closes.push(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  const [address] = (await once(child.stdout, 'data')) as [Buffer]
  const killed = createTestDevice({ ...device, url: address.toString().trim() })
  await expect(killed.push(facts)).rejects.toThrow()
  expect((await exited)[1]).toBe('SIGKILL')

  const second = await startServer({ port: 0, host: '127.0.0.1', dataFolder: temp.folder })
  closes.push(() => second.close())
  const answer = await createTestDevice({ ...device, url: second.url }).push(facts)
  expect(answer).toMatchObject({ results: [{ seq: 1 }, { seq: 2 }], head: 2 })
  const { reader } = second
  const stock = reader.all(
    reader.query.selectFrom('stock').select('quantity').where('locationId', '=', shelfId),
  )
  expect(stock).toEqual([{ quantity: 7 }])
})

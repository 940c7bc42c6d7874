import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { EnrolAnswerSchema, PublicStockSchema } from '#shared/sync/wire'
import { DEMO_PIN, DEMO_SIGN_IN } from '../../scripts/demo/demo-places.ts'
import { startDemo, type RunningDemo } from '../../scripts/demo/start-demo.ts'
import { readEnrolLink } from '../../web/enrol/enrol-link.ts'

let demo: RunningDemo
beforeAll(async () => {
  demo = await startDemo({ port: 0 })
})
afterAll(() => demo.close())

test('the demo is a warehouse in the middle of its work', async () => {
  const stock = v.parse(PublicStockSchema, await (await fetch(`${demo.server.url}/api/public/stock`)).json())
  expect(stock.items.length).toBeGreaterThan(50)
  expect(stock.categories).toHaveLength(12)
  expect(stock.caseFilesHelped).toBeGreaterThan(10)
  expect(stock.devices).toMatchObject({ enrolled: 5, silent: 1 })
  expect(stock.items.some(({ inQuestion }) => inQuestion)).toBe(true)
  for (const series of ['intakes', 'dispatches', 'deliveries'] as const) {
    expect(stock.days.filter((day) => day[series] > 0).length).toBeGreaterThan(5)
  }
})

test('nothing that the demo recorded was refused', () => {
  const { reader } = demo.server
  expect(reader.all(reader.query.selectFrom('refusedFact').selectAll())).toEqual([])
  const kinds = reader.all(reader.query.selectFrom('finding').select('kind').distinct().where('open', '=', 1))
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['below-zero', 'repeat-help', 'tick-not-green'])
})

test('its pages, its figures and its health say that it is made up', async () => {
  const { url } = demo.server
  expect(await (await fetch(`${url}/?lang=vi`)).text()).toContain('số liệu bịa')
  expect(await (await fetch(`${url}/?lang=en&q=gao`)).text()).toContain('figures are made up')
  expect(await (await fetch(`${url}/api/public/stock`)).json()).toMatchObject({ demo: true })
  expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ demo: true })
  expect(await (await fetch(`${url}/robots.txt`)).text()).toContain('Disallow: /\n')
})

test('its link enrols a tablet once, and the keeper is there with a PIN', async () => {
  const { code, name } = readEnrolLink(new URL(demo.tabletUrl))
  const enrol = () =>
    fetch(`${demo.server.url}/api/devices/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, name }),
    })
  const answer = v.parse(EnrolAnswerSchema, await (await enrol()).json())
  expect((await enrol()).status).toBe(404)
  const staff = await fetch(`${demo.server.url}/api/sync/documents/staff?after=0&limit=100`, {
    headers: { authorization: `Bearer ${answer.token}`, 'x-kho-protocol': '1' },
  })
  expect(await staff.text()).toContain('"pinHash":"$argon2id')
  expect(DEMO_PIN).toMatch(/^\d{6}$/)
})

test('its sign-in opens the desk', async () => {
  const answer = await fetch(`${demo.server.url}/api/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(DEMO_SIGN_IN),
  })
  expect(answer.status).toBe(200)
})

test('it leaves nothing behind', async () => {
  const other = await startDemo({ port: 0, seed: 5 })
  expect(existsSync(other.dataFolder)).toBe(true)
  await other.close()
  expect(existsSync(other.dataFolder)).toBe(false)
})

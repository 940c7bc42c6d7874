import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import type { CaseFile } from '#shared/case-file/case-file'
import type { ExpiringListSchema, RequestAnswer, RequestPage } from '#shared/desk/desk-request-wire'
import type { TripPage } from '#shared/desk/desk-trip-wire'
import { draftDispatch } from '#shared/movement/draft-dispatch'
import type { Mark } from '#shared/person/mark'
import { judgeRepeat, USUAL_REPEAT_RULE } from '#shared/repeat/repeat-rule'
import { EnrolAnswerSchema, PublicStockSchema } from '#shared/sync/wire'
import { addDays, dayInVietnam, type Instant } from '#shared/time/time'
import type { PackagesAnswer } from '#shared/trip/trip-package'
import { demoHouseholds } from '../../scripts/demo/demo-households.ts'
import { DEMO_PIN, DEMO_SECOND_PIN, DEMO_SIGN_IN } from '../../scripts/demo/demo-places.ts'
import { startDemo, type RunningDemo } from '../../scripts/demo/start-demo.ts'
import { readEnrolLink } from '../../web/enrol/enrol-link.ts'
import { openPackageWithPin } from '../support/open-package-with-pin.ts'

let demo: RunningDemo
/** Of all moments one: in the month before another nobody may have been helped too soon. */
const NOW = '2026-11-26T08:00:00.000Z' as Instant
const TODAY = dayInVietnam(NOW)
beforeAll(async () => {
  demo = await startDemo({ port: 0, now: () => NOW })
})
afterAll(() => demo.close())

test('the demo is a warehouse in the middle of its work', async () => {
  const stock = v.parse(PublicStockSchema, await (await fetch(`${demo.server.url}/api/public/stock`)).json())
  expect(stock.items.length).toBeGreaterThan(50)
  expect(stock.categories).toHaveLength(12)
  expect(stock.caseFilesHelped).toBeGreaterThan(10)
  expect(stock.devices).toMatchObject({ enrolled: 8, silent: 1 })
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

test('all that the demo shows follows from its log', async () => {
  const report = await demo.server.writer.write('rebuild', { at: NOW })
  expect(report.rows).toBeGreaterThan(1_000)
  expect(report.differences).toEqual([])
})

test('its pages, its figures and its health say that it is made up', async () => {
  const { url } = demo.server
  expect(await (await fetch(`${url}/?lang=vi`)).text()).toContain('số liệu bịa')
  expect(await (await fetch(`${url}/?lang=en&q=gao`)).text()).toContain('figures are made up')
  expect(await (await fetch(`${url}/api/public/stock`)).json()).toMatchObject({ demo: true })
  expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ demo: true })
  expect(await (await fetch(`${url}/robots.txt`)).text()).toContain('Disallow: /\n')
})

test('no finding is about the week, and what was sealed in it was taken', () => {
  const { reader } = demo.server
  const ids = reader.all(
    reader.query.selectFrom('caseLife').select('caseFileId').where('code', 'not like', '4D-%'),
  )
  expect(ids.length).toBeGreaterThan(15)
  const findings = JSON.stringify(reader.all(reader.query.selectFrom('finding').selectAll()))
  expect(ids.filter(({ caseFileId }) => findings.includes(caseFileId))).toEqual([])
  const parts = reader.all(reader.query.selectFrom('part').select(['kind', 'refusal']))
  expect(parts.filter(({ refusal }) => refusal !== null)).toEqual([])
  expect(new Set(parts.map(({ kind }) => kind))).toEqual(
    new Set(['picture', 'signature', 'survey', 'recipient']),
  )
})

test('its link enrols a tablet once, and the keeper is there with a PIN', async () => {
  const token = await enrol(demo.tabletUrl)
  expect((await callEnrol(demo.tabletUrl)).status).toBe(404)
  const staff = await device(token, '/documents/staff?after=0&limit=100')
  expect(JSON.stringify(staff)).toContain('"pinHash":"$argon2id')
  expect(DEMO_PIN).toMatch(/^\d{6}$/)
})

test('its sign-in opens the desk, where three told of one old man and a doubt is explained', async () => {
  const { rows } = await desk<RequestPage>('/requests?limit=100')
  const { asked } = demo.week
  expect(rows.find(({ caseFileId }) => caseFileId === asked.caseFileId)).toMatchObject({
    sources: 3,
    doubts: 0,
  })
  expect(rows.length).toBeGreaterThan(3)
  const doubted = rows.filter(({ doubts }) => doubts !== null && doubts > 1)
  expect(doubted).toHaveLength(1)
  const { doubtsNow } = await desk<RequestAnswer>(`/requests/${doubted[0]!.caseFileId}`)
  expect(doubtsNow.map(({ kind }) => kind)).toEqual(['same-phone', 'needs-large'])
  expect(doubtsNow[0]!.message.vi).toContain('YC-')
})

test('ticks are set by somebody other than who visited, one runs out soon and one was taken back', async () => {
  const { helped } = demo.week
  const { events } = await desk<RequestAnswer>(`/requests/${helped.caseFileId}`)
  const byOf = (kind: string) => events.findLast((event) => event.kind === kind)?.byName
  expect(byOf('surveyed')).toBe('Xác minh mẫu 1')
  expect(byOf('ticked-green')).toBe('Xác minh mẫu 2')
  const expiring = await desk<v.InferOutput<typeof ExpiringListSchema>>('/case-files/expiring')
  expect(expiring.rows[0]!.tickUntil.slice(0, 10)).toBe(addDays(TODAY, 5))
  const { rows } = await desk<RequestPage>('/requests?step=verification&limit=100')
  const ofWeek = rows.filter(({ code }) => !code.startsWith('4D-'))
  expect(ofWeek.map(({ tick }) => tick).sort()).toEqual(['red', 'red', 'yellow'])
  const { reader } = demo.server
  const withdrawn = reader.all(
    reader.query.selectFrom('caseEvent').select('detail').where('kind', '=', 'withdrawn'),
  )
  expect(withdrawn.map(({ detail }) => (JSON.parse(detail) as { reason: string }).reason)).toEqual([
    'Hộ đã chuyển đi nơi khác, xã xác nhận',
  ])
})

test('one trip has ended with what came of it at each door, and what came back is on its shelf', async () => {
  const stock = v.parse(PublicStockSchema, await (await fetch(`${demo.server.url}/api/public/stock`)).json())
  expect(stock.handovers).toEqual({ complete: 3, waiting: 1 })
  const { rows } = await desk<TripPage>('/trips?state=ended')
  expect(rows.map(({ trip }) => trip.dayOn)).toEqual([addDays(TODAY, -3)])
  const { reader } = demo.server
  const outcomes = reader.all(reader.query.selectFrom('handover').select(['outcome', 'complete']))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['all', 'all', 'all', 'none', 'part'])
  const places = rows[0]!.trip.stops.map(({ consignmentId }) => `transit:${consignmentId}`)
  const onTheWay = reader.all(
    reader.query
      .selectFrom('stock')
      .select('quantity')
      .where('locationId', 'in', places as never)
      .where('quantity', '!=', 0),
  )
  expect(onTheWay).toEqual([])
})

test("the courier's link enrols a phone that gets today's doors, to be opened by a PIN alone", async () => {
  const token = await phone()
  const { trip } = demo.week
  expect(trip).toMatchObject({ dayOn: TODAY, state: 'planned' })
  const given = await device<PackagesAnswer>(token, `/packages?staff=${trip.courierId}`)
  expect(given.packages.map(({ tripId }) => tripId)).toEqual(trip.stops.map(() => trip.id))
  const first = given.packages.find(({ consignmentId }) => consignmentId === trip.stops[0]!.consignmentId)!
  const opened = await openPackageWithPin(demo.server as never, trip.courierId, DEMO_PIN, first.sealed)
  expect(opened.household?.persons[0]?.idNumber).toBe(demo.week.idAtFirstDoor)
  expect(opened.driver?.name).toBe('Tài xế mẫu')

  const visits = await device<PackagesAnswer>(token, '/packages?staff=demo-verifier-1')
  expect(visits.packages.map(({ kind, caseFileId }) => [kind, caseFileId])).toEqual([
    ['visit', demo.week.asked.caseFileId],
  ])
  const visit = visits.packages[0]!.sealed
  const whom = await openPackageWithPin(demo.server as never, 'demo-verifier-1', DEMO_SECOND_PIN, visit)
  expect(whom.household?.persons[0]?.name).toBe('Cụ Mẫu Văn Trăng')
})

test('who was helped days ago is not dispatched to before the day that is named', async () => {
  const token = await phone()
  const { caseFileId } = demo.week.helped
  const marks = await allOf<Mark>(token, 'marks')
  const caseFiles = await allOf<CaseFile>(token, 'caseFiles')
  const helped = marks.filter((mark) => mark.caseFileIds.includes(caseFileId)).flatMap((mark) => mark.helped)
  const asked = { caseFileId, groups: ['staple' as const], on: TODAY }
  const request = {
    caseFile: caseFiles.find(({ id }) => id === caseFileId),
    consignmentId: 'con-1' as never,
    snapshotAt: NOW,
    repeat: judgeRepeat(helped, asked, USUAL_REPEAT_RULE),
    lines: [{ itemId: 'item:rice', lotId: 'item:rice~~~', quantity: 1, shelfId: 'shelf:1.1' } as never],
  }
  const signature = { now: NOW, staffId: 'keeper' } as never
  expect(draftDispatch(request, signature)).toEqual({
    ok: false,
    error: { kind: 'helped-before', on: addDays(TODAY, -3), opensOn: addDays(TODAY, 11) },
  })
})

test('who asked sees how far it is, and no public page names anybody', async () => {
  const { asked, helped } = demo.week
  const secrets = Object.values(demoHouseholds()).flatMap(
    ({ household: { persons, address, howToFind } }) => [
      persons[0]!.name,
      persons[0]!.idNumber!,
      persons[0]!.phone!,
      address,
      howToFind,
    ],
  )
  const pages = [
    '/',
    '/ban-do',
    '/truong-hop',
    '/can-giup',
    '/api/public/stock',
    `/ho-so/${asked.trackCode}`,
    `/ho-so/${helped.trackCode}`,
  ]
  const textByPage = new Map<string, string>()
  for (const page of pages) {
    const answer = await fetch(`${demo.server.url}${page}`, { headers: { 'accept-language': 'vi' } })
    expect(answer.status, page).toBe(200)
    const text = await answer.text()
    expect(
      secrets.filter((secret) => text.includes(secret)),
      page,
    ).toEqual([])
    textByPage.set(page, text)
  }
  expect(textByPage.get(`/ho-so/${helped.trackCode}`)).toContain('Đồ đã tới nơi')
  expect(textByPage.get(`/ho-so/${asked.trackCode}`)).toContain('Đang xác minh')
  expect(textByPage.get('/ban-do')).toContain('Đà Nẵng')
})

test('it leaves nothing behind', async () => {
  const other = await startDemo({ port: 0, seed: 5 })
  expect(existsSync(other.dataFolder)).toBe(true)
  await other.close()
  expect(existsSync(other.dataFolder)).toBe(false)
})

let cookie: string | undefined

/** Something of the desk, for who signed in with what the demo prints. */
async function desk<Body>(path: string): Promise<Body> {
  if (cookie === undefined) {
    const answer = await fetch(`${demo.server.url}/api/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(DEMO_SIGN_IN),
    })
    expect(answer.status).toBe(200)
    cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  }
  const answer = await fetch(`${demo.server.url}/api/desk${path}`, { headers: { cookie } })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Body
}

function callEnrol(link: string): Promise<Response> {
  const { code, name } = readEnrolLink(new URL(link))
  return fetch(`${demo.server.url}/api/devices/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name }),
  })
}

async function enrol(link: string): Promise<string> {
  return v.parse(EnrolAnswerSchema, await (await callEnrol(link)).json()).token
}

let phoneToken: Promise<string> | undefined
function phone(): Promise<string> {
  return (phoneToken ??= enrol(demo.phoneUrl))
}

async function allOf<Body>(token: string, collection: string): Promise<Body[]> {
  const answer = await device<{ documents: { body: Body }[] }>(token, `/documents/${collection}?after=0`)
  return answer.documents.map(({ body }) => body)
}

async function device<Body>(token: string, path: string): Promise<Body> {
  const headers = { authorization: `Bearer ${token}`, 'x-kho-protocol': '1' }
  const answer = await fetch(`${demo.server.url}/api/sync${path}`, { headers })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Body
}

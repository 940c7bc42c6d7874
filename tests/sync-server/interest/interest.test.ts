import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PublicationAnswer } from '#shared/desk/desk-publication-wire'
import { dayInVietnam, HOUR_MS, msFromInstant, type Instant } from '#shared/time/time'
import { backupDatabase } from '../../../sync-server/database/backup.ts'
import { openForReading } from '../../../sync-server/database/open-database.ts'
import { startServer } from '../../../sync-server/main.ts'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { publishedCase } from '../../support/published-case.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile'
const LAPTOP = 'Mozilla/5.0 (Windows NT 10.0) Firefox/132'

let clock: TestClock
let server: TestServer
let desk: DeskClient
let cases = 0
let caseFileId: string
let code: string
beforeAll(async () => {
  // Half past eleven in the evening in Vietnam.
  clock = createTestClock('2026-11-21T16:30:00.000Z' as Instant)
  server = await startTestServer({ now: clock.now })
})
afterAll(() => server.close())
beforeEach(async () => {
  cases++
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  const person = { name: `Người Thứ ${cases}`, phone: `09${String(cases).padStart(8, '0')}` }
  const added = await publishedCase(desk, { person })
  code = added.publicCode
  caseFileId = added.caseFileId
})

interface From {
  readonly address?: string
  readonly browser?: string
  readonly headers?: Record<string, string>
}
function headersOf({ address = '198.51.100.1', browser = PHONE, headers }: From) {
  return { 'x-forwarded-for': address, 'user-agent': browser, ...headers }
}
async function visit(from: From = {}, method = 'GET', url = server.url) {
  const answer = await fetch(`${url}/truong-hop/${code}`, { method, headers: headersOf(from) })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
function ticketIn(text: string): string {
  return /name="ve" value="([^"]+)"/.exec(text)?.[1] ?? ''
}
function press(ticket: string, from: From = {}, method = 'POST') {
  return fetch(`${server.url}/truong-hop/${code}/tim`, {
    method,
    redirect: 'manual',
    headers: { ...headersOf(from), 'content-type': 'application/x-www-form-urlencoded' },
    ...(method === 'POST' && { body: new URLSearchParams({ ve: ticket }) }),
  })
}
async function counted(): Promise<readonly [number, number]> {
  await server.interest.look()
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  const { body } = await desk.call<PublicationAnswer>('GET', `/case-files/${caseFileId}/publication`)
  return [body.views, body.hearts]
}
function visits(): number {
  const sqlite = openForReading(server.folder)
  const row = sqlite.prepare(`SELECT count(*) AS "n" FROM "interestVisit"`).get() as { n: number }
  sqlite.close()
  return row.n
}

test('the same visitor counts once a day, two visitors twice, and once more the next day in Vietnam', async () => {
  await visit()
  await visit()
  expect(await counted()).toEqual([1, 0])
  await visit({ address: '198.51.100.2' })
  await visit({ browser: LAPTOP })
  expect(await counted()).toEqual([3, 0])
  clock.pass(HOUR_MS)
  expect(dayInVietnam(clock.now())).toBe('2026-11-22')
  await visit()
  await visit()
  expect(await counted()).toEqual([4, 0])
  const { text } = await visit()
  expect(text).toContain('4 lượt xem')
})

test('after midnight neither the salt nor a hash of the day before is left, and figures alone stay', async () => {
  await visit()
  await counted()
  const salt = join(server.folder, 'interest.salt')
  const before = readFileSync(salt, 'utf8')
  expect(statSync(salt).mode & 0o077).toBe(0)
  expect(visits()).toBeGreaterThan(0)
  clock.pass(24 * HOUR_MS)
  await server.interest.look()
  expect([existsSync(salt), visits()]).toEqual([false, 0])
  await visit()
  expect(await counted()).toEqual([2, 0])
  expect(readFileSync(salt, 'utf8')).not.toBe(before)
  expect(visits()).toBe(1)
})

test('no address and no browser is on the disk, no cookie is set, and a backup has no salt', async () => {
  const { headers, text } = await visit({ address: '203.0.113.77' })
  await press(ticketIn(text), { address: '203.0.113.77' })
  await counted()
  expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'private, no-cache'])
  expect(foundOnDisk(server.folder, ['203.0.113.77', 'Android'])).toEqual([])
  const { salt } = JSON.parse(readFileSync(join(server.folder, 'interest.salt'), 'utf8')) as { salt: string }
  const temp = makeTempFolder()
  await backupDatabase(server.folder, join(temp.folder, 'backup.sqlite'))
  const backup = readFileSync(join(temp.folder, 'backup.sqlite'))
  expect(backup.includes(Buffer.from(salt, 'base64url')) || backup.includes(salt)).toBe(false)
  temp.remove()
})

test('who fetches without looking is not counted', async () => {
  await visit({}, 'HEAD')
  for (const headers of [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-moz': 'prefetch' },
    { 'sec-fetch-dest': 'image' },
  ]) {
    await visit({ headers })
  }
  for (const browser of ['Googlebot/2.1', 'facebookexternalhit/1.1', 'curl/8.5', 'python-requests/2']) {
    await visit({ browser })
  }
  expect(await counted()).toEqual([0, 0])
  await visit({ headers: { 'sec-fetch-dest': 'document' } })
  expect(await counted()).toEqual([1, 0])
})

test('a heart is a form of the page: once a day, and not by asking for an address', async () => {
  const { text } = await visit()
  const ticket = ticketIn(text)
  expect(ticket).not.toBe('')
  expect((await press(ticket, {}, 'GET')).status).toBe(405)
  expect(await counted()).toEqual([1, 0])
  const pressed = await press(ticket)
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/truong-hop/${code}?lang=vi#tim`])
  await press(ticket)
  expect(await counted()).toEqual([1, 1])
  const after = await visit()
  expect([ticketIn(after.text), after.text]).toEqual(['', expect.stringContaining('Cảm ơn')])
  // Somebody else has not pressed yet.
  expect(ticketIn((await visit({ browser: LAPTOP })).text)).not.toBe('')
})

test('no other page and no other day presses for anybody', async () => {
  const other = ticketIn((await visit({ address: '198.51.100.9' })).text)
  for (const ticket of ['', 'x', other, 'A'.repeat(22)]) {
    const { status, headers } = await press(ticket)
    expect([status, headers.get('location')]).toEqual([303, `/truong-hop/${code}?lang=vi&lai=1#tim`])
  }
  const stale = ticketIn((await visit()).text)
  clock.pass(24 * HOUR_MS)
  expect((await press(stale)).headers.get('location')).toContain('lai=1')
  expect((await counted())[1]).toBe(0)
})

test('an address may send so many hearts an hour, and is told when it may again', async () => {
  const from = { address: '198.51.100.60' }
  const ticket = ticketIn((await visit(from)).text)
  let last = await press(ticket, from)
  for (let n = 0; n < 60; n++) last = await press(ticket, from)
  expect([last.status, await last.text()]).toEqual([429, expect.stringContaining('thử lại sau')])
  expect((await counted())[1]).toBe(1)
})

test('a case that is not published takes no heart', async () => {
  const ticket = ticketIn((await visit()).text)
  await desk.call('DELETE', `/case-files/${caseFileId}/publication`)
  const { status } = await press(ticket)
  expect(status).toBe(404)
})

test('a server that starts again at noon knows who came in the morning', async () => {
  const temp = makeTempFolder()
  const options = { port: 0, host: '127.0.0.1', dataFolder: temp.folder, now: clock.now }
  const first = await startServer(options)
  const staff = await signInAs(first, 'coordinator', {}, clock.now())
  ;({ publicCode: code } = await publishedCase(staff))
  await visit({}, 'GET', first.url)
  await first.close()
  const second = await startServer(options)
  await visit({}, 'GET', second.url)
  const { text } = await visit({ browser: LAPTOP }, 'GET', second.url)
  await second.interest.look()
  expect((await visit({}, 'GET', second.url)).text).toContain('2 lượt xem')
  expect(text).not.toBe('')
  await second.close()
  temp.remove()
})

test('the day changes at midnight in Vietnam, not at seven in the morning', async () => {
  const midnight = Date.parse('2026-12-20T17:00:00.000Z')
  clock.pass(midnight - 1 - msFromInstant(clock.now()))
  await visit()
  expect(await counted()).toEqual([1, 0])
  clock.pass(1)
  await visit()
  expect(await counted()).toEqual([2, 0])
  clock.pass(8 * HOUR_MS)
  await visit()
  expect(await counted()).toEqual([2, 0])
})

test('what is counted is who came on which day, in whatever order and however often; sums are those of the days', async () => {
  const step = fc.record({
    visitor: fc.nat({ max: 3 }),
    which: fc.nat({ max: 1 }),
    isHeart: fc.boolean(),
    passMs: fc.constantFrom(0, 60_000, 7 * HOUR_MS, 25 * HOUR_MS),
  })
  const sqlite = openForReading(server.folder)
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      run++
      const codes = [`run${run}a`, `run${run}b`]
      const expected = new Set<string>()
      for (const { visitor, which, isHeart, passMs } of steps) {
        clock.pass(passMs)
        const publicCode = codes[which]!
        const who = `visitor ${visitor}`
        if (isHeart) await server.interest.heart(publicCode, who, server.interest.ticketFor(publicCode, who))
        else server.interest.see(publicCode, who, () => true)
        expected.add([publicCode, isHeart ? 'heart' : 'view', dayInVietnam(clock.now()), who].join('|'))
      }
      await server.interest.look()
      for (const publicCode of codes) {
        const wanted = (kind: string) =>
          [...expected].filter((it) => it.startsWith(`${publicCode}|${kind}|`)).length
        const { views, hearts } = sums(`"interestTotal"`, publicCode)
        expect({ views, hearts }).toEqual({ views: wanted('view'), hearts: wanted('heart') })
        expect(sums(`"interestDay"`, publicCode)).toEqual({ views, hearts })
      }
    }),
    { numRuns: 40 },
  )
  sqlite.close()

  function sums(table: string, publicCode: string) {
    return sqlite
      .prepare(
        `SELECT coalesce(sum("views"), 0) AS "views", coalesce(sum("hearts"), 0) AS "hearts"
         FROM ${table} WHERE "publicCode" = ?`,
      )
      .get(publicCode) as { views: number; hearts: number }
  }
})

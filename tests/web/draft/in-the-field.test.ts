import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { ItemId } from '#shared/item/item'
import type { LotId } from '#shared/lot/lot'
import type { Movement } from '#shared/movement/movement'
import type { StaffId } from '#shared/staff/staff'
import type { SurveyId } from '#shared/survey/survey'
import type { Instant } from '#shared/time/time'
import { newUuidV7 } from '../../../web/database/uuid-v7.ts'
import type { DeviceIdentity, HandoverRow } from '../../../web/database/ledger-rows.ts'
import type { SurveyInHand, SurveyStart } from '../../../web/survey/use-survey.tsx'
import type { AtTheDoor } from '../../../web/handover/at-the-door.ts'
import type { HandoverInHand } from '../../../web/handover/use-handover.tsx'
import type { FieldHands } from '../../support/field-page.tsx'
import { openPartPhone, type PartPhone } from '../../support/part-phone.ts'

declare global {
  interface Window {
    field: FieldHands
    /** What was drawn last. */
    handover: HandoverInHand
    survey: SurveyInHand
  }
}

const AT = '2026-11-21T02:00:00.000Z' as Instant
const LOT = 'gtin:1~~~' as LotId
const NEW_HOUSEHOLD: SurveyStart = { about: { needs: [], itemNeeds: [] } }

let phone: PartPhone
let identity: DeviceIdentity
let doors = 0
const windows: Page[] = []
beforeAll(async () => {
  phone = await openPartPhone('tests/support/field-page.tsx')
  const { deviceId, warehouseId, token } = phone.device
  identity = { deviceId, warehouseId, token, warehouseName: 'Kho thử' }
})
afterEach(async () => {
  for (const page of windows.splice(0)) await page.close()
})
afterAll(() => phone?.close())

function nextDoor(): AtTheDoor {
  const consignmentId = `5-000${++doors}` as ConsignmentId
  const goods = [{ itemId: 'gtin:1' as ItemId, lotId: LOT, quantity: 10 }]
  return { identity, consignmentId, caseFileId: 'case-1' as CaseFileId, goods }
}
const nextSurvey = () => newUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as SurveyId

async function openWindow(onStep?: (step: string) => 'go on' | 'stop'): Promise<Page> {
  const page = await phone.open(onStep ? { onStep } : {})
  windows.push(page)
  return page
}
async function takeUp(door: AtTheDoor): Promise<Page> {
  const page = await openWindow()
  await page.evaluate((door) => window.field.takeUpHandover(door), door)
  await page.waitForFunction(() => window.handover?.personal !== undefined)
  return page
}
/** At a door whose goods were all handed over, with the handover on disk. */
async function begin(door: AtTheDoor): Promise<Page> {
  const page = await takeUp(door)
  await page.evaluate(() => window.handover.setAll('all'))
  await isOpen(page)
  return page
}

async function takeUpSurvey(surveyId: SurveyId, start: SurveyStart, page?: Page): Promise<Page> {
  const at = page ?? (await openWindow())
  await at.evaluate((about) => window.field.takeUpSurvey(...about), [surveyId, identity, start] as const)
  await at.waitForFunction(() => window.survey?.personal !== undefined)
  return at
}
const isOpen = (page: Page, open = true) =>
  page.waitForFunction((open) => window.handover.isOpen === open, open)
const drafts = (page: Page) => page.evaluate(() => window.db.drafts.toArray())
const handoversAt = (page: Page, { consignmentId }: AtTheDoor) =>
  page.evaluate((id) => window.db.handovers.where('consignmentId').equals(id).toArray(), consignmentId)

test('a handover that two windows end at the same moment is recorded once, as it was filled in', async () => {
  const door = nextDoor()
  const one = await takeUp(door)
  const change = { delivered: 8, reason: 'too-many' } as const
  await one.evaluate(([lotId, change]) => window.handover.editLine(lotId, change), [LOT, change] as const)
  const other = await takeUp(door)
  await isOpen(other)
  const turn = await one.evaluateHandle(
    () =>
      new Promise<() => void>((resolve) => {
        void navigator.locks.request('kho4d-handover-draft', () => new Promise<void>((end) => resolve(end)))
      }),
  )
  const closing = Promise.all([one, other].map((page) => page.evaluate(() => window.handover.close())))
  await one.waitForFunction(async () => (await navigator.locks.query()).pending?.length === 2)
  await turn.evaluate((end) => end())
  const closed = await closing
  expect(closed.filter(({ ok }) => ok)).toHaveLength(1)
  expect(closed.flatMap((result) => (result.ok ? [] : [result.error.kind]))).toEqual(['draft-closed'])
  const recorded = await handoversAt(one, door)
  expect(recorded.map(({ handover }) => handover.lines)).toMatchObject([[{ delivered: 8, left: 2 }]])
  expect(await drafts(one)).toEqual([])
})

test('a position that comes when the record is made already opens no other handover and no other survey', async () => {
  const door = nextDoor()
  const page = await begin(door)
  const place = { lat: 21.0347, lon: 105.8345, accuracyM: 12 }
  const late = await page.evaluate(async (place) => {
    const { change, changePersonal, close } = window.handover
    const closed = await close()
    return [closed.ok, await changePersonal({ place }), await change({ place: 'taken' })]
  }, place)
  expect(late).toEqual([true, false, false])
  await isOpen(page, false)
  const later = await page.evaluate((place) => window.handover.changePersonal({ place }), place)
  expect(later).toBe(true)
  expect(await drafts(page)).toMatchObject([{ kind: 'handover', step: 'goods' }])
  await page.evaluate(() =>
    window.handover.hand.actions
      .find()
      .then((open) => open && window.core.discardDraft(window.db, open.draft.id)),
  )

  await takeUpSurvey(nextSurvey(), NEW_HOUSEHOLD, page)
  await page.evaluate(() => window.survey.change({ step: 'household' }))
  await page.waitForFunction(() => window.survey.isOpen)
  const lateInSurvey = await page.evaluate(async (place) => {
    const { tell, change, changePersonal, close } = window.survey
    const consent = { how: 'signed', version: '1', at: window.db.now() } as const
    await change({ consent })
    await tell({ category: 'poor-household', provinceCode: '01', communeCode: '00004', householdSize: '2' })
    const closed = await close()
    return [closed.ok, await changePersonal({ place }), await change({ step: 'check' })]
  }, place)
  expect(lateInSurvey).toEqual([true, false, false])
  expect(await drafts(page)).toEqual([])
})

test('what is personal and typed in two windows at the same moment is all there', async () => {
  const door = nextDoor()
  const one = await takeUp(door)
  await one.evaluate(() => window.handover.setAll('all'))
  const other = await takeUp(door)
  await Promise.all([isOpen(one), isOpen(other)])
  await Promise.all([
    one.evaluate(() => window.handover.changePersonal({ phone: '0911111111' })),
    other.evaluate(() => window.handover.changePersonal({ idNumber: '001041000120' })),
  ])
  const both = { phone: '0911111111', idNumber: '001041000120' }
  for (const page of [one, other]) {
    await page.waitForFunction((count) => Object.keys(window.handover.personal!).length === count, 2)
    expect(await page.evaluate(() => window.handover.personal)).toEqual(both)
  }
  const third = await takeUp(door)
  await third.waitForFunction(() => window.handover.personal?.phone !== undefined)
  expect(await third.evaluate(() => window.handover.personal)).toEqual(both)
  await third.evaluate(() => window.handover.discard())
})

test('once a draft was closed in the other window the next thing that is done here opens a new one', async () => {
  const door = nextDoor()
  const one = await takeUp(door)
  await one.evaluate(() => window.handover.setAll('all'))
  const [dead] = await drafts(one)
  const other = await takeUp(door)
  await isOpen(other)
  await other.evaluate(() => window.handover.discard())
  await isOpen(one, false)
  expect(await one.evaluate(() => window.handover.change({ step: 'recipient' }))).toBe(true)
  expect(await drafts(one)).toMatchObject([{ step: 'recipient', lines: [{ lotId: LOT }] }])
  expect((await drafts(one))[0]!.id).not.toBe(dead!.id)
  await isOpen(one)
  await one.evaluate(() => window.handover.discard())
})

test('what was known of a household is there after a death right after the first press', async () => {
  const surveyId = nextSurvey()
  let died = () => {}
  const death = new Promise<void>((resolve) => (died = resolve))
  const first = await openWindow((step) => {
    if (step !== 'draft: committed') return 'go on'
    died()
    return 'stop'
  })
  const known = {
    persons: [{ name: 'Hà Thị Thăm', birthYear: '1950', idNumber: '', phone: '' }],
    address: 'Xóm A',
    howToFind: '',
  }
  await takeUpSurvey(surveyId, { ...NEW_HOUSEHOLD, personal: known }, first)
  await first.evaluate(() => void window.survey.change({ step: 'household' }))
  await death
  await first.close()
  const second = await takeUpSurvey(surveyId, NEW_HOUSEHOLD)
  await second.waitForFunction(() => window.survey.isOpen && window.survey.personal!.address !== '')
  expect(await second.evaluate(() => window.survey.personal)).toEqual(known)
})

test('what was wiped and corrected after a death while recording is recorded as it is now', async () => {
  const door = nextDoor()
  let died = () => {}
  const death = new Promise<void>((resolve) => (died = resolve))
  let kept = 0
  const first = await openWindow((step) => {
    if (step !== 'part: kept' || ++kept < 2) return 'go on'
    died()
    return 'stop'
  })
  await first.evaluate((door) => window.field.takeUpHandover(door), door)
  await first.waitForFunction(() => window.handover?.personal !== undefined)
  await first.evaluate(() => window.handover.setAll('all'))
  await isOpen(first)
  await first.evaluate(async (at) => {
    const stroke = [
      { x: 1, y: 1, time: 1, pressure: 1 },
      { x: 9, y: 9, time: 2, pressure: 1 },
    ]
    const signed = { recipient: { strokes: [stroke], width: 100, height: 50 } }
    await window.handover.changePersonal({ phone: '0911111111', signed })
    await window.handover.change({
      recipient: 'self',
      identity: 'none',
      signedAt: { recipient: at },
      giver: { staffId: 'staff-1' as StaffId, at },
    })
    void window.handover.close()
  }, AT)
  await death
  await first.close()

  const second = await takeUp(door)
  await isOpen(second)
  await second.waitForFunction(() => window.handover.personal?.signed?.recipient !== undefined)
  const subjectId = await second.evaluate(() => window.handover.draft.id)
  const partsOf = () => second.evaluate((id) => window.core.listPartsOf(window.db, id), subjectId)
  const before = (await partsOf()).map(({ hash }) => hash)
  expect(before).toHaveLength(2)
  await second.evaluate(async () => {
    await window.handover.changePersonal({ phone: '0922222222', signed: {} })
    await window.handover.change({ signedAt: {} })
    await window.handover.close()
  })
  const [recorded] = await handoversAt(second, door)
  expect(recorded!.handover.confirmations.map(({ kind }) => kind)).toEqual(['giver'])
  const parts = await partsOf()
  expect(parts.map(({ kind, hash }) => [kind, before.includes(hash)])).toEqual([['recipient', false]])
  expect(recorded!.handover.parts).toEqual(parts.map(({ hash }) => hash))
})

test('a PIN confirms what stood there, for whoever typed it: not another person’s record, and not one that was changed', async () => {
  const givers = async (other: boolean, goesBack: boolean) => {
    const door = nextDoor()
    const page = await begin(door)
    const giver = { staffId: (other ? 'staff-2' : 'staff-1') as StaffId, at: AT }
    await page.evaluate((giver) => window.handover.change({ step: 'confirm', giver }), giver)
    if (goesBack) await page.evaluate(() => window.handover.goTo('goods'))
    await page.evaluate(() => window.handover.close())
    const [recorded] = await handoversAt(page, door)
    const { confirmations, withoutPin } = recorded!.handover
    return [confirmations.map(({ kind, staffId }) => `${kind} ${staffId}`), withoutPin]
  }
  expect(await givers(false, false)).toEqual([['giver staff-1'], undefined])
  expect(await givers(true, false)).toEqual([[], true])
  expect(await givers(false, true)).toEqual([[], true])
})

test('the giver’s word that comes later is that of who gave, whoever is signed in by then', async () => {
  const door = nextDoor()
  const page = await begin(door)
  await page.evaluate(() => window.handover.close())
  const [row] = await handoversAt(page, door)
  const { deviceId, warehouseId } = identity
  const signature = { movementId: nextSurvey(), deviceId, warehouseId, staffId: 'staff-2', now: AT }
  await page.evaluate(
    ([row, signature]) =>
      window.core.recordConfirmation(window.db, row!, { kind: 'giver' }, signature as never),
    [row, signature] as const,
  )
  const [{ handover, confirmed }] = (await handoversAt(page, door)) as [HandoverRow]
  expect(confirmed.map(({ confirmation }) => confirmation.staffId)).toEqual([handover.staffId])
})

test('a tick that turned red after the handover was begun stands in its record', async () => {
  const door = nextDoor()
  await begin(door)
  const basis = { tick: 'red', tickAt: AT, snapshotAt: AT } as const
  const page = await takeUp({ ...door, basis })
  await isOpen(page)
  expect(await page.evaluate(() => window.handover.draft.basis)).toEqual(basis)
  await page.evaluate(() => window.handover.close())
  expect((await handoversAt(page, door)).map(({ handover }) => handover.basis)).toEqual([basis])
})

test('of a handover that the server sent back nobody is told that it was received', async () => {
  const door = nextDoor()
  const page = await begin(door)
  await page.evaluate(() => window.handover.close())
  const [recorded] = await handoversAt(page, door)
  const sending = () => page.evaluate((id) => window.core.sendingOf(window.db, id), recorded!.id)
  expect(await sending()).toBe('unsent')
  const settle = (result: object) =>
    page.evaluate((result) => window.core.applyPushResults(window.db, [result as never]), result)
  const refused = { kind: 'unreadable', message: { vi: 'Sai một chỗ.', en: 'Something is wrong.' } }
  await settle({ id: recorded!.id, refused })
  expect(await sending()).toBe('cameBack')
  await page.evaluate((id) => window.core.resendAsItIs(window.db, id), recorded!.id)
  expect(await sending()).toBe('unsent')
  await settle({ id: recorded!.id, seq: 1_000 })
  expect(await sending()).toBe('sent')
})

test('help that was taken back whole keeps nobody from help; a part taken back does', async () => {
  const page = await openWindow()
  const { deviceId, warehouseId } = identity
  const lines = [
    { itemId: 'gtin:1', lotId: LOT, quantity: 2, fromId: 'transit:5-1', toId: 'case-file:case-9' },
  ]
  const back = (quantity: number) =>
    lines.map((line) => ({ ...line, quantity, fromId: line.toId, toId: line.fromId }))
  const head = { deviceId, warehouseId, staffId: 'staff-1', occurredAt: AT }
  const given = {
    ...head,
    id: nextSurvey(),
    kind: 'delivery',
    lines,
    caseFileId: 'case-9',
    consignmentId: '5-1',
  }
  const takenBack = (quantity: number) => ({
    ...head,
    id: nextSurvey(),
    kind: 'reversal',
    reversesId: given.id,
    note: 'giao nhầm nhà',
    lines: back(quantity),
  })
  const helped = (body: object) =>
    page.evaluate(async (body) => {
      const recorded = await window.core.recordFacts(window.db, [
        { kind: 'movement', body: body as Movement },
      ])
      if (!recorded.ok) throw new Error(recorded.error.kind)
      return (await window.core.readHouseholdHelp(window.db, 'case-9')).helped.length
    }, body)
  expect(await helped(given)).toBe(1)
  expect(await helped(takenBack(1))).toBe(1)
  expect(await helped(takenBack(2))).toBe(0)
})

test('at an open door neither the camera for a card nor the field to sign in has to be fetched any more', async () => {
  const page = await takeUp(nextDoor())
  await phone.context().setOffline(true)
  await page.evaluate(() => window.handover.change({ step: 'identity', identity: 'card' }))
  await page.locator('.camera-view').waitFor()
  await page.evaluate(() => window.handover.change({ step: 'signature' }))
  await page.locator('canvas[data-ready=true]').waitFor()
  await page.evaluate(() => window.handover.discard())
  await phone.context().setOffline(false)
})

test('a touch is no signature, and after the phone was turned the ink is where the finger is', async () => {
  const page = await takeUp(nextDoor())
  await page.addStyleTag({ content: 'canvas { display: block; width: 100%; height: 40vh }' })
  await page.evaluate(() => window.handover.change({ step: 'signature' }))
  const field = page.locator('canvas[data-ready=true]')
  const signed = () => page.evaluate(() => window.handover.personal?.signed?.recipient)
  await field.tap()
  await page.getByText('Mới có một chấm').waitFor()
  expect(await signed()).toBeUndefined()
  await page.getByRole('button', { name: 'Ký lại' }).click()

  await page.setViewportSize({ width: 740, height: 360 })
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas')!
    return canvas.width === Math.floor(canvas.getBoundingClientRect().width * devicePixelRatio)
  })
  const box = (await field.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.8, { steps: 10 })
  await page.mouse.up()
  await page.getByText('Đã ký').waitFor()
  const { strokes, width, height } = (await signed())!
  expect([width, height]).toEqual([box.width, box.height])
  for (const { x, y } of strokes.flat()) {
    expect(x).toBeLessThanOrEqual(width)
    expect(y).toBeLessThanOrEqual(height)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await page.evaluate(() => window.handover.discard())
})

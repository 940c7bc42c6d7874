import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import { newUuidV7 } from '../../../web/database/uuid-v7.ts'
import type { SurveyDraft } from '../../../web/draft/draft.ts'
import type { SurveyPersonal } from '../../../web/survey/survey-input.ts'
import { openPartPhone, type PartPhone } from '../../support/part-phone.ts'

const AT = '2026-11-21T02:00:00.000Z' as Instant
/** Between each two of these something is on the disk that was not before. */
const STEPS = [
  'part: before the transaction',
  'part: kept',
  'draft: before the transaction',
  'draft: committed',
  'draft: in the journal',
  'survey: closed',
] as const

let phone: PartPhone
beforeAll(async () => {
  phone = await openPartPhone()
})
afterAll(() => phone?.close())

for (const step of STEPS) {
  test(`a survey that dies at "${step}" is there once, with the household as it was typed last`, async () => {
    const draft = draftOf(newUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
    let died = () => {}
    const death = new Promise<void>((resolve) => (died = resolve))
    let isClosing = false
    const first = await phone.open({
      onStep: (name) => {
        if (!isClosing || name !== step) return 'go on'
        died()
        return 'stop'
      },
    })
    await first.evaluate((opened) => window.core.openDraft(window.db, opened), draft)
    isClosing = true
    const work = close(first, draft, 'Bà Hai').catch(() => undefined)
    await Promise.race([death, work])
    await first.close()

    const second = await phone.open()
    const isOpen = await second.evaluate(
      async (id) => (await window.db.drafts.get(id)) !== undefined,
      draft.id,
    )
    expect(isOpen).toBe(STEPS.indexOf(step) < STEPS.indexOf('draft: committed'))
    if (isOpen) expect(await close(second, draft, 'Bà Ba')).toMatchObject({ ok: true, value: draft.code })
    // Pressed once more in another window, which still shows it.
    expect(await close(second, draft, 'Bà Tư')).toMatchObject({ ok: true })
    await second.evaluate(() => window.sync.pullNow())
    await second.evaluate(() => window.sync.pullNow())
    expect(await second.evaluate(() => window.db.parts.parts.count())).toBe(0)
    await second.close()

    const { reader, persons } = phone.server
    const events = reader.all(
      reader.query.selectFrom('caseEvent').select('kind').where('caseFileId', '=', draft.caseFileId),
    )
    expect(events.filter(({ kind }) => kind === 'surveyed')).toHaveLength(1)
    const parts = reader.all(
      reader.query.selectFrom('part').select(['kind', 'refusal']).where('caseFileId', '=', draft.caseFileId),
    )
    expect(parts).toEqual([{ kind: 'survey', refusal: null }])
    const household = persons.openUnseen(draft.caseFileId)
    expect(household).toMatchObject({ ok: true, value: { persons: [{ name: isOpen ? 'Bà Ba' : 'Bà Hai' }] } })
  })
}

function close(page: Page, draft: SurveyDraft, name: string) {
  const personal: SurveyPersonal = {
    persons: [{ name, birthYear: '', idNumber: '', phone: '' }],
    address: '',
    howToFind: '',
  }
  const { deviceId, warehouseId } = phone.device
  const signature = { deviceId, warehouseId, staffId: draft.staffId, now: AT }
  return page.evaluate(([open, typed, signed]) => window.core.closeSurvey(window.db, open, typed, signed), [
    draft,
    personal,
    signature,
  ] as const)
}

function draftOf(id: string): SurveyDraft {
  return {
    kind: 'survey',
    id,
    caseFileId: `case-${id}` as CaseFileId,
    code: 'KS-1',
    openedAt: AT,
    staffId: 'staff-1' as SurveyDraft['staffId'],
    typed: {},
    step: 'check',
    about: {
      category: 'elderly',
      provinceCode: '01',
      communeCode: '00004',
      householdSize: '2',
      needs: [],
      itemNeeds: [],
    },
    consent: { version: 'visit-2026-11', how: 'read-aloud', at: AT },
    pictures: [],
  }
}

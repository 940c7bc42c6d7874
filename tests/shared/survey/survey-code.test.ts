import { expect, test } from 'vitest'
import { surveyCode } from '#shared/survey/survey-code'
import type { SurveyId } from '#shared/survey/survey'
import { newUuidV7 } from '../../../web/database/uuid-v7.ts'

const EVENING_IN_UTC = Date.parse('2026-11-25T18:30:00.000Z')

function madeAt(ms: number): string {
  return surveyCode(newUuidV7(ms, crypto.getRandomValues(new Uint8Array(10))) as SurveyId)
}

test('a code says the day in Vietnam on which the visit was begun', () => {
  expect(madeAt(EVENING_IN_UTC)).toMatch(/^KS-261126-\d{7}$/)
})

test('phones that begin at the same moment make different ones', () => {
  const codes = Array.from({ length: 200 }, () => madeAt(EVENING_IN_UTC))
  expect(new Set(codes).size).toBe(200)
})

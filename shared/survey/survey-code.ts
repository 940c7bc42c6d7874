import { dayInVietnam, instantFromMs } from '../time/time.ts'
import type { SurveyId } from './survey.ts'

/**
 * `KS-261125-4821357`: the code of a case file that began in the field, from the id of its first survey: its day in
 * Vietnam and seven digits of its chance part, so that two phones without a network make different ones.
 */
export function surveyCode(surveyId: SurveyId): string {
  const hex = surveyId.replaceAll('-', '')
  const day = dayInVietnam(instantFromMs(Number.parseInt(hex.slice(0, 12), 16)))
  const chance = BigInt(`0x${hex.slice(13)}`) % 10_000_000n
  return `KS-${day.slice(2).replaceAll('-', '')}-${String(chance).padStart(7, '0')}`
}

import { publicCodeFrom } from '#shared/case-file/public-code'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { CaseCategory, CaseFileId } from '#shared/case-file/case-file'
import type { StaffId } from '#shared/staff/staff'
import type { Writer } from '../../sync-server/database/writer.ts'
import { accept } from './accept.ts'
import type { DemoWorld } from './demo-world.ts'

/** Told by what kind of case file it is, as a coordinator would. */
const WORDS = {
  children: [
    'Một nhóm trẻ nội trú thiếu gạo và chăn ấm trước mùa rét.',
    'Boarding pupils lack rice and warm blankets before winter.',
  ],
  elderly: [
    'Một cụ già sống một mình, chân yếu, nhà dột sau bão.',
    'An old man who lives alone and hardly walks; the roof leaks since the storm.',
  ],
  'poor-household': [
    'Hộ nghèo vừa mất ruộng vì lũ quét, còn hai con nhỏ.',
    'A poor household that lost its field to a flash flood, with two small children.',
  ],
  'grave-illness': [
    'Người bệnh nặng nằm nhà, gia đình nghỉ làm để chăm.',
    'A grave illness at home; the family stopped working to look after the patient.',
  ],
  building: [
    'Mái tốc sau bão, cần tôn để cả làng cùng lợp lại.',
    'The storm took the roof; the village will mend it together and needs sheets.',
  ],
  lost: [
    'Gia đình mất hết giấy tờ và đồ đạc trong trận lũ.',
    'A family lost all papers and belongings in the flood.',
  ],
} as const
const COUNT = 6

/** Some verified case files that everyone may see, one a day, the last one yesterday. */
export async function publishDemoCases(
  writer: Writer,
  { adminId, caseFiles }: DemoWorld,
  { now, random }: { readonly now: Instant; readonly random: () => number },
): Promise<void> {
  const green = caseFiles.filter(
    ({ tick, tickUntil }) => tick === 'green' && (tickUntil === null || tickUntil > now),
  )
  for (const [i, { id, category }] of green.slice(0, COUNT).entries()) {
    const at = instantFromMs(msFromInstant(now) - (COUNT - i) * 86_400_000)
    await publishOne(writer, { caseFileId: id, category, by: adminId, at, random })
  }
}

export async function publishOne(
  writer: Writer,
  { caseFileId, category, by, at, random }: DemoPublication,
): Promise<void> {
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const [words, wordsEn] = WORDS[category]
  const publicCode = publicCodeFrom(bytes)
  accept(await writer.write('publish', { caseFileId, publicCode, words, wordsEn, by, at }))
}

interface DemoPublication {
  readonly caseFileId: CaseFileId
  readonly category: CaseCategory
  readonly by: StaffId
  readonly at: Instant
  readonly random: () => number
}

import type { CaseFile, CaseFileId, Tick } from '#shared/case-file/case-file'
import { tickUntilFrom } from '#shared/case-file/tick-until'
import type { StaffId } from '#shared/staff/staff'
import { VISIT_CONSENT_VERSION } from '#shared/survey/consent-text'
import { surveyCode } from '#shared/survey/survey-code'
import type { Survey, SurveyId } from '#shared/survey/survey'
import { addDays, type Instant } from '#shared/time/time'
import { accept } from './accept.ts'
import type { Asked } from './ask-for-help.ts'
import { minutesAfter, type DemoField, type DemoPart } from './demo-field.ts'
import type { DemoHousehold, HouseholdKey } from './demo-households.ts'
import { drawHouse } from './demo-picture.ts'
import { publishOne } from './publish-demo-cases.ts'

const VISITED = [
  'stream',
  'cloud',
  'wind',
  'hill',
  'bamboo',
  'rock',
  'field',
  'star',
  'leaf',
  'sand',
  'river',
  'forest',
] as const satisfies readonly HouseholdKey[]
export type VisitedKey = (typeof VISITED)[number]
/** Somebody answers for these; of the others one waits for that, one for its tick, and one was refused. */
const VERIFIED = VISITED.filter((key) => key !== 'leaf' && key !== 'sand')
const PUBLISHED = ['stream', 'rock', 'star'] as const satisfies readonly VisitedKey[]

export type Visited = Pick<CaseFile, 'id' | 'code' | 'tick' | 'tickAt' | 'tickUntil'>
export type VisitedHomes = Readonly<Record<VisitedKey, Visited>>

/**
 * A verifier goes from house to house on an afternoon without a network; in the evening it arrives. On the day after,
 * what she found is looked at and somebody else answers for it.
 */
export async function visitHouseholds(
  field: DemoField,
  homes: Readonly<Record<HouseholdKey, DemoHousehold>>,
  { byKey, oldMan }: Asked,
): Promise<VisitedHomes> {
  const { at, writer, world, clerk, today } = field
  const { leadId } = world.warehouses[0]!
  const [surveyorId, verifierId] = world.team.verifierIds
  const assign = async (caseFileId: CaseFileId, when: Instant, dayOn = today) =>
    accept(
      await writer.write('assignRequest', { caseFileId, staffId: surveyorId, dayOn, by: leadId, at: when }),
    )
  for (const key of ['stream', 'cloud', 'rock'] as const) {
    await assign(byKey.get(key)!, at(5, 10.5), addDays(today, -5))
  }

  const parts: DemoPart[] = []
  const pictures = new Map<VisitedKey, string>()
  const ids = new Map<VisitedKey, CaseFileId>()
  for (const [i, key] of VISITED.entries()) {
    const { survey, belonging } = surveyOf(field, homes[key], {
      caseFileId: byKey.get(key),
      number: i,
      when: minutesAfter(at(5, 12.6), 24 * i),
    })
    clerk.push(world.team.verifierPhone, survey.occurredAt, [{ kind: 'survey', body: survey }])
    parts.push(...belonging)
    ids.set(key, survey.caseFileId)
    pictures.set(key, belonging[1]!.hash)
  }
  await field.handIn(at(5, 18.6), parts)
  await field.lookOver()

  const tick = async (key: VisitedKey, tick: Tick, by: StaffId, when: Instant, more: TickWords = {}) => {
    const { until, ...words } = more
    const tickUntil = tickUntilFrom(tick, until, when)
    const change = { id: ids.get(key)!, tick, tickUntil, ...words, changedBy: by, at: when }
    accept(await writer.write('setVerifiedTick', change))
    return { tick, tickAt: when, tickUntil }
  }
  const known = {} as Record<VisitedKey, Visited>
  for (const key of VISITED) {
    const id = ids.get(key)!
    known[key] = { id, code: field.codeOf(id), tick: 'red', tickAt: at(5, 12), tickUntil: null }
    if (key !== 'sand') await tick(key, 'yellow', leadId, at(4, 8.5))
  }
  for (const [i, key] of VERIFIED.entries()) {
    const set = await tick(key, 'green', verifierId, minutesAfter(at(4, 9), 7 * i), {
      reason: 'Đã gọi trưởng thôn, đúng hoàn cảnh',
      parts: [pictures.get(key)!],
      ...(key === 'river' && { until: addDays(today, 5) }),
    })
    known[key] = { ...known[key], ...set }
  }
  await tick('forest', 'red', verifierId, at(2, 10.2), { reason: 'Hộ đã chuyển đi nơi khác, xã xác nhận' })
  for (const [i, key] of PUBLISHED.entries()) {
    const { category } = homes[key].about
    const published = { caseFileId: ids.get(key)!, category, by: leadId, random: field.random }
    await publishOne(writer, { ...published, at: minutesAfter(at(4, 14), 20 * i) })
  }
  await assign(oldMan.caseFileId, at(1, 9))
  return known
}

interface TickWords {
  readonly reason?: string
  readonly parts?: readonly string[]
  readonly until?: ReturnType<typeof addDays>
}

function surveyOf(
  { clerk, world, random, seal, codeOf }: DemoField,
  { household, about }: DemoHousehold,
  { caseFileId, number, when }: { caseFileId: CaseFileId | undefined; number: number; when: Instant },
): { readonly survey: Survey; readonly belonging: readonly DemoPart[] } {
  const { verifierPhone: device, verifierIds } = world.team
  const id = clerk.idAt(when) as SurveyId
  const subject = caseFileId ?? (clerk.idAt(when) as CaseFileId)
  const header = { subjectId: id, caseFileId: subject, keptAt: when }
  const belonging = [
    seal(device, { surveyId: id, household }, { kind: 'survey', ...header }),
    seal(device, drawHouse(number + Math.floor(random() * 4)), { kind: 'picture', ...header }),
  ]
  const survey: Survey = {
    ...about,
    id,
    caseFileId: subject,
    code: caseFileId ? codeOf(caseFileId) : surveyCode(id),
    ...device,
    staffId: verifierIds[0],
    occurredAt: when,
    consent: { version: VISIT_CONSENT_VERSION, how: 'read-aloud', at: when },
    parts: belonging.map(({ hash }) => hash),
  }
  return { survey, belonging }
}

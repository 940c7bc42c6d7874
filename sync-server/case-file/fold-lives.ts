import type { CaseFileId } from '#shared/case-file/case-file'
import { foldLife } from '#shared/case-file/fold-life'
import type { CaseEvent, CaseLife, LifeStep } from '#shared/case-file/life'
import type { Movement, MovementKind } from '#shared/movement/movement'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { eventsOfHandovers } from '../handover/events-of-handovers.ts'
import { factsOfCaseFile, sortCaseFileFacts } from './case-file-facts.ts'
import { noteMessages } from '../message/message-jobs.ts'
import { headsOf, membersOf, type Member } from './case-groups.ts'

/** Works out anew where a case file stands, and who stands for all that it is joined with. */
export function refoldLife(db: WriterDb, caseFileId: CaseFileId): void {
  sortCaseFileFacts(db)
  const life = foldLife(readEvents(db, caseFileId))
  if (!life) return
  const old = db.prepare(`SELECT "step" FROM "caseLife" WHERE "caseFileId" = ?`).get(caseFileId) as
    | { step: LifeStep }
    | undefined
  const row = lifeRow(life)
  db.prepare(
    `INSERT INTO "caseLife" VALUES (${row.map(() => '?').join(', ')}, NULL)
     ON CONFLICT ("caseFileId") DO UPDATE SET ${LIFE_COLUMNS.map((it) => `"${it}" = excluded."${it}"`).join(', ')}`,
  ).run(...row)
  const isHead = regroup(db, caseFileId) === caseFileId
  if (old && old.step !== life.step) {
    noteMessages(db, { caseFileId, isHead, step: life.step, stepBefore: old.step, at: life.since })
  }
}

/** Sets for each member of the group which of them is its head, and answers that one. */
export function regroup(db: WriterDb, caseFileId: CaseFileId): CaseFileId | undefined {
  const ids = membersOf(db, caseFileId)
  const lives = db
    .prepare(
      `SELECT "caseFileId", "tick", "receivedAt" FROM "caseLife"
       WHERE "caseFileId" IN (SELECT "value" FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as Member[]
  const [head] = headsOf(lives)
  const set = db.prepare(
    `UPDATE "caseLife" SET "mergedInto" = ? WHERE "caseFileId" = ? AND "mergedInto" IS NOT ?`,
  )
  for (const { caseFileId: id } of lives) {
    const mergedInto = id === head ? null : head
    set.run(mergedInto, id, mergedInto)
  }
  return head
}

/** All that happened, dispatches, deliveries and handovers out of the log included; what was taken back did not happen. */
export function readEvents(
  db: Pick<WriterDb, 'prepare' | 'all'>,
  caseFileId: CaseFileId,
  isReversed = reversedIn(db),
): CaseEvent[] {
  const noted = db
    .prepare(
      `SELECT "id", "caseFileId", "kind", "at", "by", "detail" FROM "caseEvent" WHERE "caseFileId" = ? ORDER BY "seq"`,
    )
    .all(caseFileId) as EventRow[]
  const moved = factsOfCaseFile(db, caseFileId).map(({ body }) => JSON.parse(body) as Movement)
  const stands = moved.filter(({ id, kind }) => isHelp(kind) && !isReversed(id))
  return [
    ...noted.map(eventFromRow),
    ...stands.map((movement) => eventOfMovement(caseFileId, movement)),
    ...eventsOfHandovers(db, caseFileId),
  ]
}

function reversedIn(db: Pick<WriterDb, 'prepare'>): (movementId: string) => boolean {
  return (movementId) =>
    db.prepare(`SELECT 1 FROM "reversal" WHERE "reversesId" = ? AND "stands" = 1`).get(movementId) !==
    undefined
}

export interface EventRow {
  readonly id: string
  readonly caseFileId: CaseFileId
  readonly kind: string
  readonly at: Instant
  readonly by: string | null
  readonly detail: string
}
export function eventFromRow({ detail, ...row }: EventRow): CaseEvent {
  return { ...row, detail: JSON.parse(detail) } as CaseEvent
}

export function isHelp(kind: MovementKind): boolean {
  return kind === 'dispatch' || kind === 'delivery'
}

export function eventOfMovement(caseFileId: CaseFileId, movement: Movement): CaseEvent {
  const { id: movementId, kind, occurredAt: at, staffId: by, consignmentId } = movement
  const head = { id: movementId, caseFileId, at, by }
  if (kind === 'delivery') return { ...head, kind: 'handed-over', detail: { movementId } }
  return {
    ...head,
    kind: 'dispatched',
    detail: { movementId, ...(consignmentId !== undefined && { consignmentId }) },
  }
}

/** In the order of the table; `mergedInto` follows. */
export const LIFE_COLUMNS = [
  'caseFileId',
  'code',
  'source',
  'receivedAt',
  'step',
  'since',
  'body',
  'category',
  'provinceCode',
  'communeCode',
  'routedTo',
  'surveyedBy',
  'doubts',
  'tick',
  'tickUntil',
  'trackHash',
] as const

export function lifeRow(life: CaseLife): unknown[] {
  const { category, provinceCode, communeCode } = life.body
  const row = { ...life, body: JSON.stringify(life.body), category, provinceCode, communeCode }
  return LIFE_COLUMNS.map((column) => row[column])
}

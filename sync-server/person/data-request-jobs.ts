import type { CaseFileId } from '#shared/case-file/case-file'
import type { DataAsk, DataOutcome, DataStep } from '#shared/person/data-request'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

interface StepTaken {
  readonly requestId: string
  readonly kind: DataStep
  readonly caseFileId: CaseFileId | null
  readonly by: StaffId
  readonly at: Instant
}

export function openDataRequest(
  db: WriterDb,
  request: {
    readonly id: string
    readonly asks: DataAsk
    readonly requester: Uint8Array
    readonly receivedAt: Instant
    readonly dueAt: Instant
    readonly by: StaffId
    readonly at: Instant
  },
): void {
  const { id, by, at, ...rest } = request
  const closed = { closedAt: null, closedBy: null, outcome: null }
  db.run(db.query.insertInto('dataRequest').values({ id, ...rest, openedBy: by, ...closed }))
  addStep(db, { requestId: id, kind: 'opened', caseFileId: null, by, at })
}

/** Before it is done. False when the request is closed: nobody looks for persons without one that is open. */
export function takeDataStep(db: WriterDb, step: StepTaken): boolean {
  const open = db.get(
    db.query
      .selectFrom('dataRequest')
      .select('id')
      .where('id', '=', step.requestId)
      .where('closedAt', 'is', null),
  )
  if (open) addStep(db, step)
  return open !== undefined
}

/** Who asked is forgotten with it; what was done stays. */
export function closeDataRequest(
  db: WriterDb,
  {
    id,
    outcome,
    by,
    at,
  }: { readonly id: string; readonly outcome: DataOutcome; readonly by: StaffId; readonly at: Instant },
): boolean {
  const { changes } = db.run(
    db.query
      .updateTable('dataRequest')
      .set({ closedAt: at, closedBy: by, outcome, requester: null })
      .where('id', '=', id)
      .where('closedAt', 'is', null),
  )
  if (changes > 0) addStep(db, { requestId: id, kind: 'closed', caseFileId: null, by, at })
  return changes > 0
}

function addStep(db: WriterDb, { requestId, kind, caseFileId, by, at }: StepTaken): void {
  db.prepare(
    `INSERT INTO "dataRequestStep" ("requestId", "at", "staffId", "kind", "caseFileId") VALUES (?, ?, ?, ?, ?)`,
  ).run(requestId, at, by, kind, caseFileId)
}

import { stateOfHandover, type HandoverState } from '#shared/handover/handover-state'
import type { Handover, HandoverConfirmed, HandoverCorrected } from '#shared/handover/handover'
import {
  judgeCorrections,
  judgeHandover,
  judgeTwice,
  type StandingHandover,
} from '#shared/handover/judge-handover'
import { refoldLife } from '../case-file/fold-lives.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { twiceKey } from './handed-over-twice.ts'

/** A handover with all the log says of it. */
export interface KnownHandover {
  readonly seq: number
  readonly handover: Handover
  readonly state: HandoverState
  readonly corrections: readonly HandoverCorrected[]
}

/**
 * Works out anew how these handovers stand, whichever of their facts came first. Answers whose goods they are. Nearly
 * always there are none.
 */
export function writeHandovers(db: WriterDb, ids: ReadonlySet<string>, at: string): ReadonlySet<string> {
  const consignmentIds = new Set<string>()
  for (const id of ids) {
    const known = readKnownHandover(db, id)
    // Confirmed or corrected before it has arrived itself.
    if (!known) continue
    const { handover } = known
    db.prepare(`REPLACE INTO "handover" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(...handoverRow(known))
    consignmentIds.add(handover.consignmentId)
    const context = { at, movementAt: handover.occurredAt, warehouseId: handover.warehouseId }
    for (const finding of judgeHandover(handover)) openFinding(db, finding, context)
    for (const { finding, correction } of judgeCorrections(handover, known.corrections)) {
      const { occurredAt: movementAt, warehouseId } = correction
      openFinding(db, finding, { at, movementAt, warehouseId })
    }
    refoldLife(db, handover.caseFileId)
  }
  for (const consignmentId of consignmentIds) judgeConsignment(db, consignmentId, at)
  return consignmentIds
}

/** The row of the projection, in the order of its columns. */
export function handoverRow({ seq, handover, state }: KnownHandover): unknown[] {
  const { id, consignmentId, caseFileId, tripId, occurredAt } = handover
  const complete = state.missing.length === 0 ? 1 : 0
  const { outcome, completeAt = null } = state
  return [id, consignmentId, caseFileId, tripId ?? null, occurredAt, outcome, complete, completeAt, seq]
}

export function standing({ handover, state }: KnownHandover): StandingHandover {
  const { id, occurredAt, consignmentId, caseFileId } = handover
  return { id, occurredAt, consignmentId, caseFileId, lines: state.lines }
}

function judgeConsignment(db: WriterDb, consignmentId: string, at: string): void {
  const rows = db.prepare(`SELECT "id" FROM "handover" WHERE "consignmentId" = ?`).all(consignmentId) as {
    id: string
  }[]
  const known = rows.map(({ id }) => readKnownHandover(db, id)!)
  const finding = judgeTwice(known.map(standing))
  if (!finding) return closeFinding(db, twiceKey(consignmentId), at)
  const { occurredAt, warehouseId } = known.find(
    ({ handover }) => handover.id === finding.handoverId,
  )!.handover
  openFinding(db, finding, { at, movementAt: occurredAt, warehouseId })
}

function readKnownHandover(db: WriterDb, id: string): KnownHandover | undefined {
  const row = db
    .prepare(`SELECT "seq", "body" FROM "fact" WHERE "id" = ? AND "kind" = 'handover'`)
    .get(id) as { seq: number; body: string } | undefined
  if (!row) return undefined
  const notes = db
    .prepare(`SELECT "kind", "body" FROM "handoverNote" JOIN "fact" USING ("seq") WHERE "handoverId" = ?`)
    .all(id) as { kind: string; body: string }[]
  return knownHandover(row.seq, JSON.parse(row.body) as Handover, notes)
}

export function knownHandover(
  seq: number,
  handover: Handover,
  notes: readonly { readonly kind: string; readonly body: string }[],
): KnownHandover {
  const of = <Note>(kind: string) =>
    notes.filter((note) => note.kind === kind).map(({ body }) => JSON.parse(body) as Note)
  const confirmed = of<HandoverConfirmed>('handover-confirmed')
  const corrections = of<HandoverCorrected>('handover-corrected')
  return { seq, handover, corrections, state: stateOfHandover(handover, confirmed, corrections) }
}

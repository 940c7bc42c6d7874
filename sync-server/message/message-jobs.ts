import type { CaseFileId } from '#shared/case-file/case-file'
import { LIFE_STEPS, type LifeStep } from '#shared/case-file/life'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { membersOf } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'

/**
 * A new step is news for whoever asked to be told, by the gateway and in their browsers, of all that were joined: once for
 * each step and way, whatever comes twice. Whose number or browser it is they only know who send it: see toldBefore.
 * What waits to be sent of a step that turned out not to be so is taken back.
 */
export function noteMessages(
  db: WriterDb,
  {
    caseFileId,
    isHead,
    step,
    stepBefore,
    at,
  }: {
    readonly caseFileId: CaseFileId
    /** Else another one stands for it, and what becomes of its request is told by that one's steps; help is help. */
    readonly isHead: boolean
    readonly step: LifeStep
    readonly stepBefore: LifeStep
    readonly at: Instant
  },
): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO "message" ("id", "caseFileId", "step", "at", "dueAt")
     SELECT "caseFileId" || ':' || ?, "caseFileId", ?, ?, ? FROM "requestContact" WHERE "caseFileId" = ? AND "tell" = 1`,
  )
  const insertPush = db.prepare(
    `INSERT OR IGNORE INTO "message" ("id", "caseFileId", "step", "at", "dueAt", "pushId")
     SELECT "caseFileId" || ':' || ? || ':' || "pushId", "caseFileId", ?, ?, ?, "pushId"
     FROM "pushSubscription" WHERE "caseFileId" = ?`,
  )
  const takeBack = db.prepare(
    `DELETE FROM "message" WHERE "caseFileId" = ? AND "step" = ? AND "dueAt" IS NOT NULL`,
  )
  const isBack = LIFE_STEPS.indexOf(step) < LIFE_STEPS.indexOf(stepBefore)
  for (const id of membersOf(db, caseFileId)) {
    if (isBack && (isHead || isHelp(stepBefore))) takeBack.run(id, stepBefore)
    if (!isHead && !isHelp(step)) continue
    insert.run(step, step, at, at, id)
    insertPush.run(step, step, at, at, id)
  }
}

function isHelp(step: LifeStep): boolean {
  return step === 'planned' || step === 'help' || step === 'confirmed'
}

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000
export const TRIES_MAX = 12

/** What became of an attempt: sent, or tried again later, or given up. */
export function noteSending(
  db: WriterDb,
  { id, isSent, at }: { readonly id: string; readonly isSent: boolean; readonly at: Instant },
): void {
  const row = db.get(db.query.selectFrom('message').select('tries').where('id', '=', id))
  if (!row) return
  const tries = row.tries + 1
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS)
  const isOver = isSent || tries >= TRIES_MAX
  db.run(
    db.query
      .updateTable('message')
      .set({
        tries,
        sentAt: isSent ? at : null,
        dueAt: isOver ? null : instantFromMs(msFromInstant(at) + waitMs),
      })
      .where('id', '=', id),
  )
}

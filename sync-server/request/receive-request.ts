import type { CaseFileId } from '#shared/case-file/case-file'
import type { LifeBody, RequestSource } from '#shared/case-file/life'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import { addCaseEvent, addCaseEvents } from '../case-file/case-events.ts'
import { membersOf } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { regroupMarks } from '../person/household-marks.ts'
import { putHousehold } from '../person/household-jobs.ts'
import type { SealedHousehold } from '../person/persons.ts'
import { findSame } from './find-same.ts'

export interface IncomingRequest {
  readonly caseFileId: CaseFileId
  readonly source: RequestSource
  readonly by: string
  readonly at: Instant
  readonly body: LifeBody
  readonly household: SealedHousehold
  readonly contact: Uint8Array
  readonly tell: boolean
  readonly trackHash: string
  readonly consent: string
  readonly forOther: boolean
  readonly sent?: SentAs
}

/** Whoever sent it and its own id for it, hashed: a second time is the same request, if what it says is the same. */
export interface SentAs {
  readonly sender: string
  readonly idHash: string
  /** Left out where the id is made of what it says. */
  readonly contentMac?: string
}

export interface Received {
  readonly caseFileId: CaseFileId
  readonly code: string
  readonly isKnown: boolean
  readonly isJoined: boolean
}

/** A request begins a life, with all that is known about persons sealed; the same person once more joins it. */
export function receiveRequest(
  db: WriterDb,
  request: IncomingRequest,
): Result<Received, { readonly kind: 'id-reused' }> {
  const { caseFileId, source, by, at, body, household, trackHash, consent, forOther, sent } = request
  const known = sent && readSent(db, sent)
  if (known) return known.isSame ? ok(known.received) : err({ kind: 'id-reused' })
  const code = nextCode(db)
  putHousehold(db, { household, changedBy: by, at })
  db.prepare(`INSERT INTO "requestContact" VALUES (?, ?, ?)`).run(
    caseFileId,
    request.contact,
    Number(request.tell),
  )
  if (sent) {
    const { sender, idHash, contentMac = null } = sent
    db.prepare(`INSERT INTO "sentRequest" VALUES (?, ?, ?, ?)`).run(sender, idHash, caseFileId, contentMac)
  }
  addCaseEvents(db, [
    {
      id: `received:${caseFileId}`,
      caseFileId,
      kind: 'received',
      at,
      by,
      detail: { source, code, body, trackHash, consent, ...(forOther && { forOther }) },
    },
  ])
  const into = findSame(db, caseFileId)
  if (into !== undefined) {
    const id = `merged:${caseFileId}`
    addCaseEvent(db, { id, caseFileId, kind: 'merged', at, by: null, detail: { into } })
    regroupMarks(db, membersOf(db, caseFileId), { changedBy: by, at })
  }
  return ok({ caseFileId, code, isKnown: false, isJoined: into !== undefined })
}

/** What came of a request that its sender handed in before, and whether this one says the same. */
export function readSent(
  db: WriterDb,
  { sender, idHash, contentMac }: SentAs,
): { readonly received: Received; readonly isSame: boolean } | undefined {
  const row = db.get(
    db.query
      .selectFrom('sentRequest')
      .innerJoin('caseLife', 'caseLife.caseFileId', 'sentRequest.caseFileId')
      .select(['caseLife.caseFileId', 'code', 'mergedInto', 'contentMac'])
      .where('sender', '=', sender)
      .where('idHash', '=', idHash),
  )
  if (!row) return undefined
  const { caseFileId, code, mergedInto } = row
  return {
    received: { caseFileId, code, isKnown: true, isJoined: mergedInto !== null },
    isSame: row.contentMac === null || row.contentMac === contentMac,
  }
}

/** Counts up; a code that a list brought along is passed over. */
function nextCode(db: WriterDb): string {
  const { next } = db.prepare(`SELECT coalesce(max("seq"), 0) + 1 AS "next" FROM "caseEvent"`).get() as {
    next: number
  }
  const isTaken = db.prepare(`SELECT 1 FROM "caseLife" WHERE "code" = ?`)
  for (let number = next; ; number++) {
    const code = requestCode(number)
    if (!isTaken.get(code)) return code
  }
}

export function requestCode(number: number): string {
  return `YC-${String(number).padStart(6, '0')}`
}

import { randomUUID } from 'node:crypto'
import { addCaseEvent } from '../case-file/case-events.ts'
import type { EraseJob } from '../person/household-jobs.ts'

/** Who asked, in what words and what it resembles go with the household; that it was erased stays. */
export const eraseRequest: EraseJob = (db, { caseFileId, by, at }) => {
  for (const table of ['requestContact', 'likeness', 'message', 'pushSubscription'] as const) {
    db.prepare(`DELETE FROM "${table}" WHERE "caseFileId" = ?`).run(caseFileId)
  }
  db.prepare(`UPDATE "sentRequest" SET "contentMac" = NULL WHERE "caseFileId" = ?`).run(caseFileId)
  addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'erased', at, by, detail: {} })
}

import type { Reader } from '../database/open-reader.ts'
import { queryBuilder } from '../database/query-builder.ts'
import type { WriterDb } from '../database/writer-db.ts'

/** Facts that wait to be put in order at most: a reader that asks for a case file looks through these. */
const WAITING_MAX = 4_000

/**
 * Puts the facts that came since the last time in the order of their case files. As each falls somewhere else there,
 * an index kept with every push was a quarter of all that it wrote; of many at a time a page takes several. To be
 * called before a job asks for case files, since it may ask for thousands.
 */
export function sortCaseFileFacts(db: WriterDb, waitingMax = 0): void {
  const { seq, caseFilesTo } = db.prepare(`SELECT "seq", "caseFilesTo" FROM "ledgerHead"`).get() as {
    seq: number
    caseFilesTo: number
  }
  if (seq - caseFilesTo <= waitingMax) return
  db.prepare(
    `INSERT OR IGNORE INTO "caseFileFact" SELECT "caseFileId", "seq" FROM "fact"
     WHERE "seq" > ? AND "caseFileId" IS NOT NULL ORDER BY "caseFileId", "seq"`,
  ).run(caseFilesTo)
  db.prepare(`UPDATE "ledgerHead" SET "caseFilesTo" = "seq"`).run()
}

/** To be called with every push. */
export function sortWhenMany(db: WriterDb): void {
  sortCaseFileFacts(db, WAITING_MAX)
}

/** Every movement that names a case file, as JSON in the order of the log: those in order, then those that wait. */
export function factsOfCaseFile({ all }: Pick<Reader, 'all'>, caseFileId: string): FactOfCaseFile[] {
  return all({ compile: () => ({ ...FACTS, parameters: [caseFileId, caseFileId] }) })
}

interface FactOfCaseFile {
  readonly seq: number
  readonly body: string
}

/** Compiled once: it is asked for each case file that a push moves on. */
const FACTS = queryBuilder
  .selectFrom('caseFileFact')
  .innerJoin('fact', 'fact.seq', 'caseFileFact.seq')
  .select(['fact.seq', 'fact.body'])
  .where('caseFileFact.caseFileId', '=', '')
  .unionAll(
    queryBuilder
      .selectFrom('fact')
      .select(['seq', 'body'])
      .where('seq', '>', (head) => head.selectFrom('ledgerHead').select('caseFilesTo'))
      .where('caseFileId', '=', ''),
  )
  .orderBy('seq')
  .compile()

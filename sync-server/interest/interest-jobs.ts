import type { LocalDate } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

export type InterestKind = 'view' | 'heart'

/** Somebody looked at a case file, or took it to heart, on a day: `visit` says that it is the same one, no more. */
export interface Visit {
  readonly visit: Uint8Array
  readonly kind: InterestKind
  readonly publicCode: string
  readonly dayOn: LocalDate
}

/** Counts what was not counted that day yet. Answers how many that were. */
export function countVisits(db: WriterDb, { visits }: { readonly visits: readonly Visit[] }): number {
  const note = db.prepare(`INSERT OR IGNORE INTO "interestVisit" VALUES (?, ?)`)
  const count = (table: string, key: string) =>
    db.prepare(
      `INSERT INTO "${table}" VALUES (${key}, ?, ?) ON CONFLICT DO UPDATE
       SET "views" = "views" + excluded."views", "hearts" = "hearts" + excluded."hearts"`,
    )
  const ofDay = count('interestDay', '?, ?')
  const total = count('interestTotal', '?')
  let counted = 0
  for (const { visit, kind, publicCode, dayOn } of visits) {
    if (note.run(visit, dayOn).changes === 0) continue
    counted++
    const figures = kind === 'view' ? [1, 0] : [0, 1]
    ofDay.run(publicCode, dayOn, ...figures)
    total.run(publicCode, ...figures)
  }
  return counted
}

/** What is left of other days goes, overwritten: who came then cannot be told from who comes now. */
export function forgetVisits(db: WriterDb, { today }: { readonly today: LocalDate }): void {
  db.prepare('PRAGMA secure_delete = ON').get()
  db.prepare(`DELETE FROM "interestVisit" WHERE "dayOn" <> ?`).run(today)
  db.prepare('PRAGMA secure_delete = OFF').get()
}

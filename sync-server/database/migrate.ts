import { workOutAnew } from '../rebuild/work-out-anew.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { openForWriting } from './open-database.ts'
import { createWriterDb } from './writer-db.ts'

/** The newest migration after which something is kept or judged that was not before. */
const WORKED_OUT_SINCE = '0022-days-without-undone'

/** Brings the file to the newest schema: each migration once, whole or not at all, also when two processes start at once. */
export function migrate(folder: string): void {
  const sqlite = openForWriting(folder)
  try {
    sqlite.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)')
    const isDone = sqlite.prepare('SELECT 1 FROM migration WHERE name = ?')
    const markDone = sqlite.prepare('INSERT INTO migration (name) VALUES (?)')
    const apply = sqlite.transaction((name: string, sql: string) => {
      if (isDone.get(name)) return
      sqlite.exec(sql)
      markDone.run(name)
    })
    const hadFacts = isDone.get('0001-ledger') !== undefined
    const isWorkedOut = isDone.get(WORKED_OUT_SINCE) !== undefined
    for (const { name, sql } of MIGRATIONS) apply.immediate(name, sql)
    // What SQL alone cannot work out, once every table has its newest shape.
    if (hadFacts && !isWorkedOut) sqlite.transaction(() => workOutAnew(createWriterDb(sqlite))).immediate()
  } finally {
    sqlite.close()
  }
}

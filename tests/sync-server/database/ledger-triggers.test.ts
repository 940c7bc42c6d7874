import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { openWriterInProcess } from '../../../sync-server/database/writer.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('nothing changes or deletes a row of the log, not even by hand', async () => {
  const temp = makeTempFolder()
  await openWriterInProcess(temp.folder).close()
  const sqlite = new SqliteDatabase(databasePath(temp.folder))
  sqlite.exec(`
    INSERT INTO "fact" VALUES (1, 'f', 'd', 1, 'movement', 't', 't', '{}', NULL, NULL);
    INSERT INTO "documentHistory" VALUES (1, 'items', 'i', 0, NULL, '{}', 't', 'desk');
    INSERT INTO "caseEvent" VALUES (1, 'e', 'c', 'received', 't', NULL, '{}');
  `)
  const changes = {
    fact: `UPDATE "fact" SET "body" = ''`,
    caseEvent: `UPDATE "caseEvent" SET "at" = ''`,
    documentHistory: `UPDATE "documentHistory" SET "changedBy" = 'somebody else'`,
  }
  for (const [table, change] of Object.entries(changes)) {
    expect(() => sqlite.prepare(change).run()).toThrow('never changed')
    expect(() => sqlite.prepare(`DELETE FROM "${table}"`).run()).toThrow('never changed')
  }
  sqlite.exec(`UPDATE "ledgerHead" SET "documentVersion" = 1`)
  expect(() => sqlite.exec(`UPDATE "ledgerHead" SET "documentVersion" = 0`)).toThrow('never used again')
  sqlite.close()
  temp.remove()
})

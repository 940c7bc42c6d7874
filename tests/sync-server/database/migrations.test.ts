import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../sync-server/database/migrate.ts'
import { MIGRATIONS } from '../../../sync-server/database/migrations/all.ts'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { openWriterInProcess } from '../../../sync-server/database/writer.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const LOT = 'gtin:08934563108168~L1~2027-01-15~'

test('a database from before rows were narrow keeps every movement, line and quantity', () => {
  const temp = makeTempFolder()
  const sqlite = new SqliteDatabase(databasePath(temp.folder))
  sqlite.exec('CREATE TABLE migration (name TEXT PRIMARY KEY)')
  for (const { name, sql } of MIGRATIONS.slice(0, 3)) {
    sqlite.exec(sql)
    sqlite.prepare('INSERT INTO migration VALUES (?)').run(name)
  }
  const body = JSON.stringify({
    id: 'm1',
    kind: 'dispatch',
    staffId: 's1',
    warehouseId: 'A',
    occurredAt: '2026-11-01T00:00:00.000Z',
    lines: [
      {
        itemId: 'gtin:08934563108168',
        lotId: LOT,
        quantity: 6,
        fromId: 'shelf:A.K1',
        toId: 'transit:c1',
      },
    ],
    caseFileId: 'HS1',
  })
  sqlite.exec(`
    INSERT INTO "fact" VALUES (1, 'f1', 'd1', 1, 'movement', 't', 't', '${body}');
    INSERT INTO "movement" VALUES (1, 'm1', 'dispatch', 'd1', 's1', 'A', '2026-11-01T00:00:00.000Z', 'HS1', NULL, NULL, NULL);
    INSERT INTO "movementLine" VALUES (1, 0, 'gtin:08934563108168', '${LOT}', 6, 'shelf:A.K1', 'transit:c1');
    INSERT INTO "stock" VALUES
      ('shelf:A.K1', '${LOT}', 'gtin:08934563108168', 'shelf', '2027-01-15', '2027-01-15', -6, '2026-11-01T00:00:00.000Z', 'm1'),
      ('transit:c1', '${LOT}', 'gtin:08934563108168', 'transit', '2027-01-15', '2027-01-15', 6, NULL, NULL);
  `)
  const before = { movements: all('movement'), lines: all('movementLine') }
  sqlite.close()

  migrate(temp.folder)
  const migrated = new SqliteDatabase(databasePath(temp.folder), { readonly: true })
  function all(table: string) {
    return sqlite.prepare(`SELECT * FROM "${table}"`).all()
  }
  const after = (table: string) => migrated.prepare(`SELECT * FROM "${table}"`).all()
  expect(after('movement')).toEqual(before.movements)
  expect(after('movementLine')).toEqual(before.lines)
  expect(after('fact')).toEqual([
    expect.objectContaining({ id: 'f1', movementId: 'm1', caseFileId: 'HS1', body }),
  ])
  expect(after('stock')).toEqual([
    expect.objectContaining({ locationId: 'shelf:A.K1', lotId: LOT, quantity: -6, lastTakenSeq: 1 }),
    expect.objectContaining({ locationId: 'transit:c1', lotId: LOT, quantity: 6, lastTakenSeq: null }),
  ])
  migrated.close()
  temp.remove()
})

test('a database from before the numbers of boxes were kept finds those that two items claim, as a rebuild does', async () => {
  const before = MIGRATIONS.findIndex(({ name }) => name === '0015-pack-claims')
  const temp = makeTempFolder()
  const sqlite = new SqliteDatabase(databasePath(temp.folder))
  sqlite.exec('CREATE TABLE migration (name TEXT PRIMARY KEY)')
  for (const { name, sql } of MIGRATIONS.slice(0, before)) {
    sqlite.exec(sql)
    sqlite.prepare('INSERT INTO migration VALUES (?)').run(name)
  }
  const pack = { gtin: '18936036020370', unit: 'thùng', quantity: 12 }
  const learned = JSON.stringify({ itemId: 'item:b', pack })
  const item = JSON.stringify({ id: 'item:a', name: 'Mì', packs: [pack, { unit: 'lốc', quantity: 5 }] })
  sqlite.exec(`
    INSERT INTO "fact" VALUES (1, 'f1', 'd1', 1, 'pack-learned', 't1', 't1', '${learned}', NULL, NULL);
    INSERT INTO "document" VALUES ('items', 'item:a', 1, 0, NULL, '${item}', 't0', 'staff', NULL);
    UPDATE "ledgerHead" SET "seq" = 1;
  `)
  sqlite.close()

  const writer = openWriterInProcess(temp.folder)
  expect(await writer.write('rebuild', { at: 't2' })).toMatchObject({ equal: true, differences: [] })
  await writer.close()
  const migrated = new SqliteDatabase(databasePath(temp.folder), { readonly: true })
  expect(migrated.prepare(`SELECT "key" FROM "finding" WHERE "open" = 1`).all()).toEqual([
    { key: 'pack-claimed-twice|18936036020370' },
  ])
  migrated.close()
  temp.remove()
})

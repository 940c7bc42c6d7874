import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import type { Mark } from '#shared/person/mark'
import { factsOfCaseFile } from '../../../sync-server/case-file/case-file-facts.ts'
import { readHead } from '../../../sync-server/database/change-watch.ts'
import { migrate } from '../../../sync-server/database/migrate.ts'
import { MIGRATIONS } from '../../../sync-server/database/migrations/all.ts'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { openReader } from '../../../sync-server/database/open-reader.ts'
import { openWriterInProcess } from '../../../sync-server/database/writer.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const LOT = 'gtin:08934563108168~L1~2027-01-15~'

/** A database as it was before whatever came after this migration. */
function openAsOf(folder: string, last: string) {
  const sqlite = new SqliteDatabase(databasePath(folder))
  sqlite.exec('CREATE TABLE migration (name TEXT PRIMARY KEY)')
  for (const { name, sql } of MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === last) + 1)) {
    sqlite.exec(sql)
    sqlite.prepare('INSERT INTO migration VALUES (?)').run(name)
  }
  return sqlite
}

test('a database from before rows were narrow keeps every movement, line and quantity', () => {
  const temp = makeTempFolder()
  const sqlite = openAsOf(temp.folder, '0003-finding-order')
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
  const temp = makeTempFolder()
  const sqlite = openAsOf(temp.folder, '0014-help-map')
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

test('a database from before case files were put in order many at a time finds their facts, and goes on counting versions', async () => {
  const temp = makeTempFolder()
  const sqlite = openAsOf(temp.folder, '0006-reversal')
  for (const [seq, caseFileId] of ['HS2', 'HS1', null, 'HS2'].entries()) {
    sqlite
      .prepare(`INSERT INTO "fact" VALUES (?, ?, 'd1', ?, 'movement', 't', 't', ?, NULL, ?)`)
      .run(
        seq + 1,
        `f${seq + 1}`,
        seq + 1,
        JSON.stringify({ lines: [], warehouseId: 'A', caseFileId: caseFileId ?? undefined }),
        caseFileId,
      )
  }
  sqlite.exec(`
    UPDATE "ledgerHead" SET "seq" = 4;
    INSERT INTO "documentHistory" VALUES (7, 'items', 'item:a', 0, NULL, '{"packs":[]}', 't', 'desk');
    INSERT INTO "document" VALUES ('items', 'item:a', 7, 0, NULL, '{"packs":[]}', 't', 'desk', NULL);
  `)
  sqlite.close()

  const writer = openWriterInProcess(temp.folder)
  const reader = openReader(temp.folder)
  expect(readHead(reader)).toEqual({ seq: 4, documentVersion: 7 })
  const inOrder = reader.all(reader.query.selectFrom('caseFileFact').selectAll())
  expect(inOrder).toEqual([
    { caseFileId: 'HS1', seq: 2 },
    { caseFileId: 'HS2', seq: 1 },
    { caseFileId: 'HS2', seq: 4 },
  ])
  expect(factsOfCaseFile(reader, 'HS2').map(({ seq }) => seq)).toEqual([1, 4])
  const change = { collection: 'items', id: 'item:a', changedBy: 'desk', at: 't' } as const
  expect(await writer.write('putDocument', { ...change, body: { packs: [] } as never })).toEqual({
    version: 7,
  })
  expect(await writer.write('deleteDocument', change)).toBe(true)
  expect(readHead(reader).documentVersion).toBe(8)
  reader.close()
  await writer.close()
  temp.remove()
})

test.each(['0006-reversal', '0019-web-push'])(
  'a database as of %s knows earlier help, and what is found of it, as one that judged it when it came',
  async (last) => {
    const temp = makeTempFolder()
    const sqlite = openAsOf(temp.folder, last)
    const moved = [
      move(1, 'delivery', '2026-11-10T02:00:00.000Z'),
      move(2, 'delivery', '2026-11-13T02:00:00.000Z'),
      move(3, 'reversal', '2026-11-13T03:00:00.000Z', { quantity: 1, reversesId: idOf(1) }),
      move(4, 'delivery', '2026-11-14T02:00:00.000Z'),
      move(5, 'reversal', '2026-11-14T03:00:00.000Z', { reversesId: idOf(4) }),
      move(6, 'dispatch', '2026-11-14T02:00:00.000Z'),
    ]
    for (const [index, body] of moved.entries()) {
      sqlite
        .prepare(`INSERT INTO "fact" VALUES (?, ?, 'd1', ?, 'movement', 't', 't', ?, NULL, ?)`)
        .run(index + 1, body.id, index + 1, JSON.stringify(body), body.caseFileId)
      if (body.reversesId === undefined) continue
      sqlite
        .prepare(`INSERT INTO "reversal" ("reversesId", "seq") VALUES (?, ?)`)
        .run(body.reversesId, index + 1)
    }
    sqlite.exec(`UPDATE "ledgerHead" SET "seq" = 6`)
    if (last !== '0006-reversal') {
      sqlite.exec(`INSERT INTO "householdMark" VALUES ('m', 'case-1', 'phone'), ('m', 'case-2', 'phone')`)
    }
    sqlite.close()

    const writer = openWriterInProcess(temp.folder)
    const migrated = new SqliteDatabase(databasePath(temp.folder), { readonly: true })
    const found = migrated.prepare(`SELECT "key" FROM "finding" WHERE "open" = 1`).pluck().all()
    expect(found).toContain(`repeat-help|${idOf(2)}`)
    expect(found).toContain(`false-reversal|${idOf(3)}`)
    expect(found.includes(`shared-phone|${idOf(6)}`)).toBe(last !== '0006-reversal')
    const marks = migrated.prepare(`SELECT "body" FROM "document" WHERE "collection" = 'marks'`).pluck().all()
    expect(marks.map((body) => (JSON.parse(body as string) as Mark).helped)).toEqual(
      marks.map(() => [{ caseFileId: 'case-1', group: 'other', on: '2026-11-13' }]),
    )
    expect(marks.length).toBe(last === '0006-reversal' ? 1 : 2)
    expect(await writer.write('rebuild', { at: 't2' })).toMatchObject({ equal: true, differences: [] })
    migrated.close()
    await writer.close()
    temp.remove()
  },
)

const idOf = (number: number) => `01930000-0000-7000-8000-00000000000${number}`

function move(
  number: number,
  kind: Movement['kind'],
  occurredAt: string,
  more: Partial<Record<'reversesId', string>> & { quantity?: number } = {},
) {
  const { quantity = 5, reversesId } = more
  const way = ['transit:con-1', 'case-file:case-1'] as const
  const [fromId, toId] =
    kind === 'reversal' ? way.toReversed() : kind === 'dispatch' ? ['shelf:A.K1', way[0]] : way
  const line = { itemId: 'item:rice', lotId: 'item:rice~~~', quantity, fromId, toId }
  const head = { id: idOf(number), kind, occurredAt, deviceId: 'd1', staffId: 's1', warehouseId: 'A' }
  return {
    ...head,
    lines: [line],
    ...(reversesId === undefined ? { caseFileId: 'case-1' } : { reversesId }),
  } as Movement
}

import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import { foldLife } from '#shared/case-file/fold-life'
import type { CaseEvent, LifeBody } from '#shared/case-file/life'
import { instantFromMs, type Instant } from '#shared/time/time'
import { addCaseEvents } from '../../../sync-server/case-file/case-events.ts'
import { createJobRunner } from '../../../sync-server/database/run-jobs.ts'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { migrate } from '../../../sync-server/database/migrate.ts'
import { MIGRATIONS } from '../../../sync-server/database/migrations/all.ts'
import { createWriterDb } from '../../../sync-server/database/writer-db.ts'
import { trackOf } from '../../../sync-server/help/track-stages.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { LEDGER_AT, openTestLedger } from '../../support/test-ledger.ts'

const BODY: LifeBody = {
  category: 'elderly',
  provinceCode: '01',
  communeCode: '00004',
  householdSize: 1,
  needs: [],
}
const START_MS = Date.parse('2026-11-20T00:00:00.000Z')
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as readonly string[] as readonly CaseFileId[]
const at = (minute: number): Instant => instantFromMs(START_MS + minute * 60_000)

function received(caseFileId: CaseFileId, minute: number): CaseEvent {
  return {
    id: `received:${caseFileId}`,
    caseFileId,
    kind: 'received',
    at: at(minute),
    by: 'public',
    detail: { source: 'public', code: `YC-${caseFileId}`, body: BODY },
  }
}

function withDatabase<Value>(
  run: (add: (events: readonly CaseEvent[]) => void, all: () => unknown[]) => Value,
): Value {
  const sqlite = new SqliteDatabase(':memory:')
  for (const { sql } of MIGRATIONS) sqlite.exec(sql)
  const db = createWriterDb(sqlite)
  try {
    return run(
      (events) => void addCaseEvents(db, events),
      () => {
        const [outcome] = createJobRunner(sqlite, db)([{ name: 'rebuild', args: { at: LEDGER_AT } }])
        expect(outcome).toMatchObject({ ok: true, answer: { differences: [] } })
        return sqlite.prepare('SELECT * FROM "caseLife" ORDER BY "caseFileId"').all()
      },
    )
  } finally {
    sqlite.close()
  }
}

const what = fc.record({
  caseFileId: fc.constantFrom(...IDS),
  other: fc.constantFrom(...IDS),
  undoes: fc.nat({ max: 12 }),
  kind: fc.constantFrom(
    'merged',
    'merged',
    'merged',
    'unmerged',
    'surveyed',
    'ticked',
    'planned',
    'handed-over',
    'refused',
  ),
})
const arbitraryEvents: fc.Arbitrary<readonly CaseEvent[]> = fc
  .array(what, { maxLength: 14 })
  .map((drafts) => [
    ...IDS.map(received),
    ...drafts.map(({ caseFileId, other, undoes, kind }, index) => {
      const head = { id: `e${index}`, caseFileId, at: at(10 + index), by: 'staff-1' }
      const detail = {
        merged: { into: other },
        unmerged: { mergeId: `e${undoes}` },
        surveyed: {},
        ticked: { tick: 'green', until: null },
        planned: {},
        'handed-over': { handoverId: `h${index}` },
        refused: { reason: 'not-found' },
      }[kind]
      return { ...head, kind, detail } as CaseEvent
    }),
  ])

test('events in any order, also twice, leave every case file in the same step and the same group', () => {
  fc.assert(
    fc.property(
      arbitraryEvents.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        ),
      ),
      ([events, shuffled]) => {
        const straight = withDatabase((add, all) => (add(events), all()))
        const oneByOne = withDatabase((add, all) => (shuffled.forEach((event) => add([event])), all()))
        expect(oneByOne).toEqual(straight)
      },
    ),
    { numRuns: 30 },
  )
})

test('a group has one head: the one that tablets know, else the earliest', () => {
  const merged = (id: string, caseFileId: string, into: string): CaseEvent => ({
    id,
    caseFileId: caseFileId as CaseFileId,
    kind: 'merged',
    at: at(20),
    by: null,
    detail: { into: into as CaseFileId },
  })
  const heads = withDatabase((add, all) => {
    add(IDS.slice(0, 4).map(received))
    add([merged('1', 'c', 'b'), merged('2', 'b', 'd')])
    const before = all()
    add([
      {
        id: 't',
        caseFileId: IDS[3]!,
        kind: 'ticked',
        at: at(30),
        by: 's',
        detail: { tick: 'red', until: null },
      },
    ])
    const filed = all()
    add([{ id: 'u', caseFileId: IDS[1]!, kind: 'unmerged', at: at(40), by: 's', detail: { mergeId: '2' } }])
    return [before, filed, all()].map((rows) =>
      (rows as { mergedInto: string }[]).map((row) => row.mergedInto),
    )
  })
  expect(heads).toEqual([
    [null, null, 'b', 'b'],
    [null, 'd', 'd', null],
    [null, null, 'b', null],
  ])
})

test('what was there before lives began has one, from its document, its ticks and what left for it', () => {
  const temp = makeTempFolder()
  const sqlite = new SqliteDatabase(databasePath(temp.folder))
  sqlite.exec('CREATE TABLE migration (name TEXT PRIMARY KEY)')
  for (const { name, sql } of MIGRATIONS.filter(({ name }) => name < '0007')) {
    sqlite.exec(sql)
    sqlite.prepare('INSERT INTO migration VALUES (?)').run(name)
  }
  const body = JSON.stringify({
    id: 'c1',
    code: 'HS-1',
    ...BODY,
    tick: 'green',
    tickAt: at(5),
    tickUntil: at(9000),
  })
  const dispatch = JSON.stringify({
    id: 'm1',
    kind: 'dispatch',
    occurredAt: at(60),
    staffId: 's1',
    warehouseId: 'w1',
    lines: [],
  })
  sqlite.exec(`
    INSERT INTO "documentHistory" VALUES (1, 'caseFiles', 'c1', 0, NULL, '${body}', '${at(1)}', 'staff-1');
    INSERT INTO "document" VALUES ('caseFiles', 'c1', 1, 0, NULL, '${body}', '${at(1)}', 'staff-1', NULL);
    INSERT INTO "caseFileTick" VALUES ('c1', '${at(5)}', 'green', '${at(9000)}', 'staff-2');
    INSERT INTO "fact" VALUES (1, 'm1', 'd1', 1, 'movement', 't', 't', '${dispatch}', NULL, 'c1');
  `)
  sqlite.close()
  migrate(temp.folder)
  const migrated = new SqliteDatabase(databasePath(temp.folder), { readonly: true })
  expect(migrated.prepare('SELECT * FROM "caseLife"').all()).toEqual([
    expect.objectContaining({
      code: 'HS-1',
      step: 'planned',
      since: at(60),
      receivedAt: at(1),
      tick: 'green',
    }),
  ])
  migrated.close()
  temp.remove()
})

test.each([
  ['green', [], 'published', 'verified'],
  [
    'green for a time that is over',
    [{ kind: 'ticked', detail: { tick: 'green', until: at(35) } }],
    'verification',
    'verifying',
  ],
  ['red by then', [{ kind: 'withdrawn', detail: { tick: 'red', until: null } }], 'verification', 'verifying'],
  [
    'yellow by then',
    [{ kind: 'withdrawn', detail: { tick: 'yellow', until: null } }],
    'verification',
    'verifying',
  ],
  [
    'red by then, and the request refused',
    [
      { kind: 'withdrawn', detail: { tick: 'red', until: null } },
      { kind: 'refused', detail: { reason: 'not-in-need' } },
    ],
    'refused',
    'prepared',
  ],
])('goods come back from a case file whose tick is %s', (_, meanwhile, step, stage) => {
  const events = [
    { kind: 'received', detail: { source: 'public', code: 'YC-1', body: {} } },
    { kind: 'ticked', detail: { tick: 'green', until: null } },
    { kind: 'dispatched', detail: { movementId: 'm1', consignmentId: 'con-1' } },
    ...meanwhile,
    { kind: 'returned', detail: { consignmentId: 'con-1' } },
  ].map((event, index) => ({
    id: `${index}`,
    caseFileId: 'c1',
    by: null,
    at: at(10 * (index + 1)),
    ...event,
  }))
  expect(foldLife(events as never)?.step).toBe(step)
  expect(trackOf(events as never, at(1)).stage).toBe(stage)
})

test('a dispatch that is taken back leaves the case file where it was', async () => {
  const ledger = openTestLedger()
  await ledger.knowPlaces()
  const movement = (id: string, minute: number, rest: object) => ({
    deviceId: 'd1',
    warehouseId: 'w1',
    fact: {
      id: `00000000-0000-7000-8000-00000000000${id}`,
      deviceSeq: Number(id),
      recordedAt: at(minute),
      kind: 'movement',
      body: {
        id: `00000000-0000-7000-8000-00000000000${id}`,
        deviceId: 'd1',
        staffId: 'staff-1',
        occurredAt: at(minute),
        warehouseId: 'w1',
        lines: [
          {
            itemId: 'item:rice',
            lotId: 'item:rice~~~',
            quantity: 1,
            fromId: 'shelf:w1.1',
            toId: 'transit:con-1',
          },
        ],
        ...rest,
      },
    },
  })
  const known = (id: string) =>
    ledger.reader.get(
      ledger.reader.query
        .selectFrom('caseLife')
        .select('step')
        .where('caseFileId', '=', id as CaseFileId),
    )
  await ledger.push([movement('1', 2000, { kind: 'dispatch', caseFileId: 'case-1' })] as never)
  expect(known('case-1')).toEqual({ step: 'planned' })
  const back = [
    { itemId: 'item:rice', lotId: 'item:rice~~~', quantity: 1, fromId: 'transit:con-1', toId: 'shelf:w1.1' },
  ]
  await ledger.push([
    movement('2', 2001, {
      kind: 'reversal',
      reversesId: '00000000-0000-7000-8000-000000000001',
      lines: back,
    }),
  ] as never)
  expect(known('case-1')).toEqual({ step: 'published' })
  await ledger.close()
})

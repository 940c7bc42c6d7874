import type { CaseFile } from '#shared/case-file/case-file'
import { ARRIVAL_FINDINGS } from '#shared/finding/finding'
import type { Location } from '#shared/location/location'
import { openForWriting } from '../../sync-server/database/open-database.ts'
import { openReader, type Reader } from '../../sync-server/database/open-reader.ts'
import { openWriterInProcess, type Writer } from '../../sync-server/database/writer.ts'
import { readFacts } from '../../sync-server/sync/read-facts.ts'
import { CASE_FILES, KNOWN_SHELVES, type Push } from './arbitrary-movements.ts'
import { makeTempFolder } from './temp-folder.ts'

export const LEDGER_AT = '2026-11-24T00:00:00.000Z'

/** A real database and its jobs in this process, without HTTP. */
export interface TestLedger {
  readonly writer: Writer
  readonly reader: Reader
  readonly folder: string
  push(push: Push): Promise<void>
  knowPlaces(): Promise<void>
  close(): Promise<void>
}

export function openTestLedger(): TestLedger {
  const temp = makeTempFolder()
  const writer = openWriterInProcess(temp.folder)
  shareAPhone(temp.folder)
  const reader = openReader(temp.folder)
  return {
    writer,
    reader,
    folder: temp.folder,
    async push(push) {
      const [first] = push
      if (!first) return
      const { deviceId, warehouseId } = first
      const device = { deviceId, warehouseId, revokedAt: null }
      const facts = readFacts(
        push.map(({ fact }) => fact),
        device,
      )
      await writer.write('appendFacts', { device, receivedAt: LEDGER_AT, unsent: 0, facts })
    },
    async knowPlaces() {
      for (const shelf of KNOWN_SHELVES) await writer.write('putDocument', knownShelf(shelf))
      for (const caseFile of CASE_FILES.slice(0, 2)) {
        await writer.write('putDocument', {
          collection: 'caseFiles',
          id: caseFile,
          body: knownCaseFile(caseFile),
          changedBy: 'desk',
          at: LEDGER_AT,
        })
      }
    },
    async close() {
      reader.close()
      await writer.close()
      temp.remove()
    },
  }
}

/** The first two case files are of one household, so that the repeat rule has something to say. */
function shareAPhone(folder: string): void {
  const sqlite = openForWriting(folder)
  const insert = sqlite.prepare(
    `INSERT INTO "householdMark" ("mark", "caseFileId", "kind") VALUES ('22-letters-of-one-mark', ?, 'phone')`,
  )
  for (const caseFileId of CASE_FILES.slice(0, 2)) insert.run(caseFileId)
  sqlite.close()
}

/** Everything derived that must not depend on the order of arrival. */
export function readDerived({ reader }: Pick<TestLedger, 'reader'>) {
  const { query } = reader
  return {
    stock: reader.all(
      query
        .selectFrom('stock')
        .leftJoin('fact', 'fact.seq', 'stock.lastTakenSeq')
        .select(['locationId', 'lotId', 'itemId', 'locationKind', 'expiresOn', 'quantity'])
        .select(['fact.id as lastTakenId', 'fact.recordedAt as lastTakenAt'])
        .orderBy('locationId')
        .orderBy('lotId'),
    ),
    itemTotals: reader.all(query.selectFrom('itemTotal').selectAll().orderBy('itemId')),
    dayTotals: reader.all(query.selectFrom('dayTotal').selectAll().orderBy('on')),
    helped: reader.all(query.selectFrom('caseFileHelped').selectAll().orderBy('caseFileId')),
    lives: reader.all(query.selectFrom('caseLife').selectAll().orderBy('caseFileId')),
    places: reader.all(
      query.selectFrom('warehouseLocation').selectAll().orderBy('warehouseId').orderBy('locationId'),
    ),
    visible: reader.all(
      query
        .selectFrom('movementVisible')
        .innerJoin('fact', 'fact.seq', 'movementVisible.seq')
        .select(['movementVisible.warehouseId', 'fact.id'])
        .orderBy('movementVisible.warehouseId')
        .orderBy('fact.id'),
    ),
    handovers: reader.all(
      query
        .selectFrom('handover')
        .select(['id', 'consignmentId', 'caseFileId', 'tripId', 'occurredAt', 'outcome', 'complete'])
        .orderBy('id'),
    ),
    documents: reader.all(
      query
        .selectFrom('document')
        .select(['collection', 'id', 'deleted', 'body', 'warehouseId'])
        .orderBy('collection')
        .orderBy('id'),
    ),
    findings: reader.all(
      query
        .selectFrom('finding')
        .select(['key', 'detail', 'movementAt', 'itemId'])
        .where('open', '=', 1)
        .where('kind', 'not in', ARRIVAL_FINDINGS)
        .orderBy('key'),
    ),
  }
}

function knownShelf(id: string) {
  const warehouseId = id.slice('shelf:'.length, id.indexOf('.'))
  const body = { id, kind: 'shelf', warehouseId, code: id.slice(-1), name: id } as Location
  return { collection: 'locations', id, body, warehouseId, changedBy: 'desk', at: LEDGER_AT } as const
}

function knownCaseFile(id: string): CaseFile {
  return {
    id,
    code: id,
    category: 'children',
    provinceCode: '01',
    communeCode: '00001',
    householdSize: 4,
    needs: [],
    tick: id === 'case-1' ? 'green' : 'yellow',
    tickAt: '2026-11-20T12:00:00.000Z',
    tickUntil: '2026-11-22T00:00:00.000Z',
  } as unknown as CaseFile
}

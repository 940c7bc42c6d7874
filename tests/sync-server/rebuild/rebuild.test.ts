import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Fact } from '#shared/sync/fact'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { handedOver } from '../../support/handed-over.ts'
import { arbitraryArrival, arbitraryHistory, type Push } from '../../support/arbitrary-movements.ts'
import { LEDGER_AT, openTestLedger, readDerived } from '../../support/test-ledger.ts'

vi.setConfig({ testTimeout: 180_000 })

/** Goods with a number of their own, and a tablet that takes it for a box of others. */
const BOX_OF_TWO: Push = [
  {
    kind: 'item-learned',
    body: {
      id: 'gtin:18936036020370',
      gtin: '18936036020370',
      name: 'Thùng nước',
      category: 'drink',
      baseUnit: 'piece',
      unit: 'thùng',
      packs: [],
      dates: 'none',
    },
  },
  {
    kind: 'pack-learned',
    body: { itemId: 'item:rice', pack: { gtin: '18936036020370', unit: 'thùng', quantity: 12 } },
  },
].map((fact, index) => ({
  deviceId: 'd1',
  warehouseId: 'w1',
  fact: {
    id: `00000000-0000-7000-8000-00000000000${index}`,
    deviceSeq: 1_000 + index,
    recordedAt: LEDGER_AT,
    ...fact,
  } as unknown as Fact,
}))

const arrival = arbitraryHistory.chain(arbitraryArrival)

test('a rebuild from the log finds every projection as it stands', async () => {
  await fc.assert(
    fc.asyncProperty(arrival, fc.boolean(), async (pushes, late) => {
      const ledger = openTestLedger()
      try {
        if (!late) await ledger.knowPlaces()
        for (const push of pushes) await ledger.push(push)
        if (late) await ledger.knowPlaces()
        const { differences, equal } = await ledger.writer.write('rebuild', { at: LEDGER_AT })
        expect(differences).toEqual([])
        expect(equal).toBe(true)
      } finally {
        await ledger.close()
      }
    }),
    { numRuns: 40 },
  )
})

test('a rebuild finds what was tampered with, names it and repairs it', async () => {
  const tampering = [
    `UPDATE "stockQuantity" SET "quantity" = "quantity" + 5`,
    `UPDATE "stockQuantity" SET "lastTakenSeq" = NULL WHERE "lastTakenSeq" IS NOT NULL`,
    `DELETE FROM "stockQuantity"`,
    `DELETE FROM "stockPlace" WHERE "placeId" > 1`,
    `DELETE FROM "itemTotal"`,
    `INSERT INTO "dayTotal" VALUES ('2020-01-01', 1, 1, 1)`,
    `DELETE FROM "movementVisible"`,
    `DELETE FROM "warehouseLocation"`,
    `UPDATE "caseFileHelped" SET "quantity" = 0`,
    `DELETE FROM "reversal"`,
    `UPDATE "reversal" SET "stands" = 1 - "stands"`,
    `DELETE FROM "caseFileFact"`,
    `INSERT INTO "caseFileFact" VALUES ('case-9', 1)`,
    `UPDATE "handover" SET "complete" = 1 - "complete"`,
    `DELETE FROM "handoverNote"`,
    `UPDATE "caseLife" SET "step" = 'confirmed'`,
    `DELETE FROM "caseLife"`,
    `INSERT INTO "caseMerge" VALUES ('m', 'case-1', 'case-2')`,
    `DELETE FROM "itemNumber"`,
    `UPDATE "packClaim" SET "claimedAt" = ''`,
    `UPDATE "finding" SET "open" = 1 - "open"`,
  ]
  const ledger = openTestLedger()
  await ledger.knowPlaces()
  for (const push of fc.sample(arrival, { numRuns: 3, seed: 4 })[2]!) await ledger.push(push)
  await ledger.push(handedOver(['giver']))
  await ledger.push(BOX_OF_TWO)
  await ledger.push(DELIVERED)
  const right = readDerived(ledger)
  for (const sql of tampering) {
    const sqlite = new SqliteDatabase(databasePath(ledger.folder))
    expect(sqlite.prepare(sql).run().changes, sql).toBeGreaterThan(0)
    sqlite.close()
    const report = await ledger.writer.write('rebuild', { at: LEDGER_AT })
    expect(report.equal, sql).toBe(false)
    expect(report.differences.length, sql).toBeGreaterThan(0)
    expect(readDerived(ledger), sql).toEqual(right)
    expect((await ledger.writer.write('rebuild', { at: LEDGER_AT })).equal).toBe(true)
  }
  await ledger.close()
})

/** Goods that reached a case file, whatever the history above is made of. */
const DELIVERED = [
  {
    deviceId: 'd2',
    warehouseId: 'w1',
    fact: {
      id: '01930000-0000-7000-8000-00000000d001',
      deviceSeq: 900,
      kind: 'movement',
      recordedAt: '2026-11-23T02:00:00.000Z',
      body: {
        id: '01930000-0000-7000-8000-00000000d001',
        kind: 'delivery',
        deviceId: 'd2',
        staffId: 'staff-1',
        occurredAt: '2026-11-23T02:00:00.000Z',
        warehouseId: 'w1',
        lines: [
          {
            itemId: 'item:rice',
            lotId: 'item:rice~~~',
            quantity: 3,
            fromId: 'transit:con-9',
            toId: 'case-file:case-1',
          },
        ],
        caseFileId: 'case-1',
        consignmentId: 'con-9',
      },
    } as unknown as Fact,
  },
]

import type { Item } from '#shared/item/item'
import { ANONYMOUS_DONOR } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { readItems } from '../item/item-store.ts'
import { readMovementsOfConsignment } from '../movement/history-store.ts'
import { readSlip } from './slip-store.ts'

/** What is printed: a receipt with the people of the warehouse and its donor, a label with neither. */
export type SlipView = SlipGoods &
  (
    | { readonly kind: 'receipt'; readonly donor: DonorOnSlip; readonly keeper?: string }
    | { readonly kind: 'consignment'; readonly caseFileCode?: string }
  )

export type DonorOnSlip =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'named'; readonly name: string }

interface SlipGoods {
  readonly code: string
  readonly warehouseName: string
  readonly movement: Movement
  /** The server did not take it, or a person decided that it shall not count: nothing of it is in the stock. */
  readonly notCounted?: 'refused' | 'dropped'
  readonly itemById: ReadonlyMap<string, Item>
}

/** Reads the slip with the names it is printed with; a consignment also when another tablet made it. */
export async function readSlipView(db: LedgerDatabase, code: string): Promise<SlipView | undefined> {
  const slip = (await readSlip(db, code)) ?? (await slipFromLedger(db, code))
  if (!slip) return undefined
  const { movement, kind } = slip
  const [identity, refused, itemById] = await Promise.all([
    readMeta(db, 'identity'),
    db.quarantine.get(movement.id),
    readItems(
      db,
      movement.lines.map(({ itemId }) => itemId),
    ),
  ])
  const goods: SlipGoods = {
    code,
    warehouseName: identity?.warehouseName ?? '',
    movement,
    itemById,
    ...(refused && { notCounted: refused.voided ? 'dropped' : 'refused' }),
  }
  if (kind === 'consignment') {
    const caseFile =
      movement.caseFileId === undefined ? undefined : await db.caseFiles.get(movement.caseFileId)
    return { ...goods, kind, ...(caseFile && { caseFileCode: caseFile.body.code }) }
  }
  const keeper = (await db.staff.get(movement.staffId))?.body.name
  return {
    ...goods,
    kind,
    donor: await readDonorOnSlip(db, movement),
    ...(keeper !== undefined && { keeper }),
  }
}

async function readDonorOnSlip(db: LedgerDatabase, movement: Movement): Promise<DonorOnSlip> {
  const donorId = movement.lines[0]?.fromId
  if (donorId === ANONYMOUS_DONOR) return { kind: 'anonymous' }
  const donor = donorId === undefined ? undefined : (await db.donors.get(donorId))?.body
  if (!donor) return { kind: 'unknown' }
  return donor.anonymous ? { kind: 'anonymous' } : { kind: 'named', name: donor.name }
}

async function slipFromLedger(
  db: LedgerDatabase,
  code: string,
): Promise<{ readonly kind: 'consignment'; readonly movement: Movement } | undefined> {
  const movements = await readMovementsOfConsignment(db, code)
  const dispatch = movements.find(({ kind }) => kind === 'dispatch')
  return dispatch && { kind: 'consignment', movement: dispatch.movement }
}

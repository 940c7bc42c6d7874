import { tickAtInstant, type CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { WaitingRow } from '#shared/desk/desk-trip-wire'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readBodies } from '../document/read-document.ts'
import { readPlaceNames } from '../place/places.ts'
import { nameGoods, type GoodsByConsignment } from './read-goods.ts'

type Described = Omit<WaitingRow, 'dispatchedAt'>

/** For whom each consignment is, by code and commune, and what of it is in transit. Nothing about a person. */
export function describeConsignments(
  reader: Reader,
  consignments: readonly { readonly id: ConsignmentId; readonly caseFileId?: CaseFileId | undefined }[],
  goods: GoodsByConsignment,
  at: Instant,
): Map<string, Described> {
  const caseFileById = readBodies(
    reader,
    'caseFiles',
    consignments.flatMap(({ caseFileId }) => caseFileId ?? []),
  )
  const lots = consignments.flatMap(({ id }) => goods.get(id) ?? [])
  const itemById = readBodies(
    reader,
    'items',
    lots.map(({ itemId }) => itemId),
  )
  return new Map(
    consignments.flatMap(({ id, caseFileId }) => {
      if (caseFileId === undefined) return []
      const caseFile = caseFileById.get(caseFileId)
      const places = caseFile ? readPlaceNames(caseFile.communeCode) : { communeName: '', provinceName: '' }
      const row: Described = {
        consignmentId: id,
        caseFileId,
        caseFileCode: caseFile?.code ?? caseFileId,
        ...places,
        tickNow: caseFile ? tickAtInstant(caseFile, at) : 'red',
        goods: nameGoods(goods.get(id) ?? [], itemById),
      }
      return [[id, row] as const]
    }),
  )
}

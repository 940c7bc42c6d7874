import { findingText } from '#shared/finding/finding-text'
import { formatClock } from '#shared/i18n/moments'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { formatQuantity } from '#shared/item/quantity'
import type { Item } from '#shared/item/item'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import { locationKind, locationSubject, type Location, type LocationId } from '#shared/location/location'
import type { CaseFile } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { StaffId } from '#shared/staff/staff'
import { dayInVietnam, type Instant } from '#shared/time/time'
import type { Collection } from '#shared/sync/wire'
import type { Reader } from '../database/open-reader.ts'
import { readBody } from '../document/read-document.ts'

/** What people call the things that a finding names by id. */
export interface FindingNames {
  staff(id: string): string
  device(id: string): string
  item(id: string): string
  lot(lotId: string): string
  place(locationId: string): string
  caseFile(id: string): string
  trip(id: string): string
  quantity(quantity: number, lotId: string): string
  moment(instant: string): string
}

export function createFindingNames(reader: Reader, language: Language): FindingNames {
  const text = findingText[language]

  const document = <C extends Collection>(collection: C, id: string) => readBody(reader, collection, id)
  function itemOf(id: string): Item | undefined {
    return document('items', id)
  }
  function itemName(id: string): string {
    const item = itemOf(id)
    const name = language === 'en' ? (item?.nameEn ?? item?.name) : item?.name
    return name ?? id.replace(/^(gtin:0*|item:)/, '')
  }
  function caseFileCode(id: string): string {
    const caseFile: CaseFile | undefined = document('caseFiles', id)
    return caseFile?.code ?? id
  }

  return {
    staff(id) {
      const row = reader.get(
        reader.query
          .selectFrom('staffMember')
          .select('name')
          .where('id', '=', id as StaffId),
      )
      return row?.name ?? text.someone
    },
    device(id) {
      const row = reader.get(
        reader.query
          .selectFrom('device')
          .select('name')
          .where('id', '=', id as DeviceId),
      )
      return row?.name ?? text.someDevice
    },
    item: itemName,
    lot(lotId) {
      const lot = parseLotId(lotId)
      if (!lot) return lotId
      const day = leavesBefore(lot)
      return text.lot(itemName(lot.itemId), lot.lotNumber ?? '', day ? formatDay(day) : '')
    },
    place(locationId) {
      const id = locationId as LocationId
      switch (locationKind(id)) {
        case 'transit':
          return text.transit(locationSubject(id))
        case 'case-file':
          return caseFileCode(locationSubject(id))
        case 'loss':
          return text.loss
        case 'adjustment':
          return text.adjustment
        case 'donor':
          return text.donor
        case 'shelf': {
          const shelf: Location | undefined = document('locations', id)
          return shelf?.code ?? locationSubject(id)
        }
      }
    },
    caseFile: caseFileCode,
    trip: (id) => document('trips', id)?.code ?? id,
    quantity(quantity, lotId) {
      const item = itemOf(parseLotId(lotId)?.itemId ?? '')
      return item ? formatQuantity(quantity, item, language) : formatNumber(quantity, language)
    },
    moment: (instant) => formatMomentInFull(instant as Instant),
  }
}

/** "21/11/2026 09:41" in Vietnam. */
function formatMomentInFull(instant: Instant): string {
  return `${formatDay(dayInVietnam(instant))} ${formatClock(instant)}`
}

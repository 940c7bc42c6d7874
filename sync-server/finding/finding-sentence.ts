import { caseFileText } from '#shared/case-file/case-file-text'
import type { Finding } from '#shared/finding/finding'
import { findingText } from '#shared/finding/finding-text'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { HOUR_MS, type LocalDate } from '#shared/time/time'
import type { FindingNames } from './finding-names.ts'

/** Who recorded what the finding speaks of; undefined when no movement did. */
export interface Recorded {
  readonly staffId: string
  readonly deviceId: string
  readonly occurredAt: string
}

/** The finding as a sentence that names who, when, which goods and where, and says what to do next. */
export function findingSentence(
  finding: Finding,
  recorded: Recorded | undefined,
  names: FindingNames,
  language: Language,
): string {
  const text = findingText[language]
  const moved = {
    who: recorded ? names.staff(recorded.staffId) : text.someone,
    device: recorded ? names.device(recorded.deviceId) : text.someDevice,
    when: recorded ? names.moment(recorded.occurredAt) : text.someTime,
  }
  switch (finding.kind) {
    case 'below-zero': {
      const { lotId, locationId, quantity } = finding
      const place = names.place(locationId)
      return text.sentence['below-zero'](moved, names.lot(lotId), place, names.quantity(quantity, lotId))
    }
    case 'unknown-item':
      return text.sentence['unknown-item'](moved, names.item(finding.itemId))
    case 'unknown-location':
      return text.sentence['unknown-location'](moved, names.place(finding.locationId))
    case 'no-case-file':
      return text.sentence['no-case-file'](moved)
    case 'unknown-case-file':
      return text.sentence['unknown-case-file'](moved, names.caseFile(finding.caseFileId))
    case 'tick-not-green': {
      const caseFile = names.caseFile(finding.caseFileId)
      const tick = caseFileText[language].tick[finding.tick].toLowerCase()
      const { override } = finding
      if (!override) return text.sentence['tick-not-green'](moved, caseFile, tick)
      const agreedBy = names.staff(override.staffId)
      return text.sentence['tick-overridden'](moved, caseFile, tick, agreedBy, override.reason)
    }
    case 'shared-phone': {
      const caseFile = names.caseFile(finding.caseFileId)
      const { override } = finding
      if (!override) return text.sentence['shared-phone'](moved, caseFile)
      return text.sentence['phone-agreed'](moved, caseFile, names.staff(override.staffId), override.reason)
    }
    case 'expired-when-dispatched':
      return text.sentence['expired-when-dispatched'](moved, names.lot(finding.lotId))
    case 'clock-off': {
      const hours = Math.round((Math.abs(finding.skewMs) / HOUR_MS) * 10) / 10
      const device = { ...moved, device: names.device(finding.deviceId) }
      return text.sentence['clock-off'](device, formatNumber(hours, language))
    }
    case 'missing-numbers':
      return text.sentence['missing-numbers'](names.device(finding.deviceId), finding.fromSeq, finding.toSeq)
    case 'false-reversal':
      return text.sentence['false-reversal'](moved, text.reversalFault[finding.fault])
    case 'on-two-trips':
      return text.sentence['on-two-trips'](
        finding.consignmentId,
        finding.tripIds.map((id) => names.trip(id)).join(', '),
      )
    case 'after-revocation': {
      const { deviceId, revokedAt, count, firstAt, lastAt } = finding
      const since = {
        revoked: names.moment(revokedAt),
        count: formatNumber(count, language),
        first: names.moment(firstAt),
        last: names.moment(lastAt),
      }
      return text.sentence['after-revocation']({ ...moved, device: names.device(deviceId) }, since)
    }
    case 'delivered-twice': {
      const { consignmentId, caseFileId, itemIds } = finding
      const goods = itemIds.map((id) => names.item(id)).join(', ')
      return text.sentence['delivered-twice'](moved, consignmentId, names.caseFile(caseFileId), goods)
    }
    case 'other-trip':
    case 'corrected-elsewhere':
      return text.sentence[finding.kind](moved, finding.consignmentId, names.caseFile(finding.caseFileId))
    case 'handover-without-pin':
    case 'identity-mismatch':
      return text.sentence[finding.kind](moved, names.caseFile(finding.caseFileId))
    case 'place-far': {
      const km = formatNumber(Math.max(0.1, Math.round(finding.farM / 100) / 10), language)
      return text.sentence['place-far'](moved, names.caseFile(finding.caseFileId), km)
    }
    case 'helped-elsewhere': {
      const [on, opensOn] = [finding.helpedOn, finding.opensOn].map((day) => formatDay(day as LocalDate))
      return text.sentence['helped-elsewhere'](moved, names.caseFile(finding.caseFileId), on!, opensOn!)
    }
    case 'red-at-the-door': {
      const caseFile = names.caseFile(finding.caseFileId)
      const { override } = finding
      if (!override) return text.sentence['red-at-the-door'](moved, caseFile)
      return text.sentence['red-agreed'](moved, caseFile, names.staff(override.staffId), override.reason)
    }
    case 'repeat-help': {
      const { caseFileId, helpedOn, opensOn, elsewhere } = finding
      const days = {
        helped: formatDay(helpedOn as LocalDate),
        opens: formatDay(opensOn as LocalDate),
        elsewhere,
      }
      return text.sentence['repeat-help'](moved, names.caseFile(caseFileId), days)
    }
    case 'pack-claimed-twice':
      return text.sentence['pack-claimed-twice'](
        finding.gtin.replace(/^0+/, ''),
        finding.itemIds.map((id) => names.item(id)).join(', '),
      )
  }
}

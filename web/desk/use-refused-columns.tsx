import type { Sentence } from '#shared/i18n/text'
import { shortCode } from '#shared/i18n/short-code'
import type { Instant } from '#shared/time/time'
import { useLanguage, useText } from '../ui/language.tsx'
import type { Column } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { deviceText } from './device-text.ts'
import { refusedText } from './refused-text.ts'

interface RefusedAny {
  readonly deviceId: string
  readonly deviceName: string
  readonly sentence: Sentence
  readonly receivedAt: Instant
}

/** Whose it was, why it was not taken and when it came: of a record as of a picture. */
export function useRefusedColumns(): Column<RefusedAny>[] {
  const text = useText(refusedText)
  const devices = useText(deviceText)
  const { language } = useLanguage()
  return [
    {
      key: 'device',
      title: text.device,
      renderCell: ({ deviceName, deviceId }) => (
        <>
          {deviceName} <small className="quiet">{devices.code(shortCode(deviceId))}</small>
        </>
      ),
    },
    {
      key: 'reason',
      title: text.reason,
      renderCell: ({ sentence }) => <span className="sentence">{sentence[language]}</span>,
    },
    {
      key: 'received',
      title: text.receivedAt,
      numeric: true,
      renderCell: ({ receivedAt }) => formatMoment(receivedAt),
    },
  ]
}

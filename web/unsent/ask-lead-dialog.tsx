import { shortCode } from '#shared/i18n/short-code'
import { formatNumber } from '#shared/i18n/numbers'
import type { QuarantineRow } from '../database/ledger-rows.ts'
import { useDeviceState } from '../device/use-device-state.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import type { FactWords } from './describe-fact.ts'
import { unsentText } from './unsent-text.ts'

interface AskLeadDialogProps {
  readonly open: boolean
  readonly row: QuarantineRow
  readonly words: FactWords
  readonly onClose: () => void
}

/** What to read out on the phone, so that both speak of the same record. */
export function AskLeadDialog({ open, row, words, onClose }: AskLeadDialogProps) {
  const text = useText(unsentText)
  const { language } = useLanguage()
  const device = useDeviceState()
  return (
    <Dialog open={open} title={text.askTitle} onClose={onClose}>
      <p>{text.askWhat}</p>
      <Facts>
        <Fact label={text.askDevice}>{device?.enrolled && shortCode(device.enrolled.deviceId)}</Fact>
        <Fact label={text.askNumber}>
          {text.number(formatNumber(row.deviceSeq, language))} · {shortCode(row.id)}
        </Fact>
        <Fact label={text.askReason}>{row.refused.message[language]}</Fact>
        <Fact label={text.askContent}>
          {words.title} · {words.detail}
        </Fact>
      </Facts>
    </Dialog>
  )
}

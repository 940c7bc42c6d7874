import type { DeviceRow } from '#shared/desk/desk-device-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { deviceText } from './device-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { useSending } from './use-sending.tsx'

export interface RevokeDialogProps {
  readonly device: DeviceRow
  readonly onClose: () => void
  readonly onRevoked: () => void
}

/** Says what will happen, and what would be lost to sight, before it happens. */
export function RevokeDialog({ device, onClose, onRevoked }: RevokeDialogProps) {
  const text = useText(deviceText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const sending = useSending()

  async function revoke() {
    if (await sending.send(() => requests.revokeDevice(device.id))) onRevoked()
  }
  return (
    <Dialog
      open
      title={text.revokeTitle(device.name)}
      onClose={onClose}
      actions={
        <Button kind="danger" disabled={sending.busy} onClick={() => void revoke()}>
          {text.revokeNow}
        </Button>
      }
    >
      <p>{text.revokeSays}</p>
      {device.unsent > 0 && (
        <Notice tone="yellow">
          <p>{text.revokeUnsent(formatNumber(device.unsent, language))}</p>
        </Notice>
      )}
      {device.unsentParts > 0 && (
        <Notice tone="yellow">
          <p>{text.revokeParts(formatNumber(device.unsentParts, language))}</p>
        </Notice>
      )}
      <FormRefusal sentence={sending.sentence} />
    </Dialog>
  )
}

import { useState } from 'react'
import { formatQuantity, PIECES } from '#shared/item/quantity'
import type { Movement, MovementId } from '#shared/movement/movement'
import type { QuarantineRow } from '../database/ledger-rows.ts'
import { resendCorrected, type WayOutRefusal } from '../device/unsent-store.ts'
import { AmountPad } from '../item/amount-pad.tsx'
import { movementText } from '../movement/movement-text.ts'
import type { KnownNames } from '../movement/place-words.ts'
import { useTablet } from '../tablet-context.tsx'
import { Choices } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { unsentText } from './unsent-text.ts'

interface CorrectDialogProps {
  readonly open: boolean
  readonly row: QuarantineRow
  readonly movement: Movement
  readonly names: KnownNames
  readonly onClose: () => void
  readonly onRefused: (refusal: WayOutRefusal) => void
}

/** The right quantity of one line; the whole record goes out again under an id of its own. */
export function CorrectDialog({ open, row, movement, names, onClose, onRefused }: CorrectDialogProps) {
  const text = useText(unsentText)
  const words = useText(movementText)
  const { language } = useLanguage()
  const { db, newId } = useTablet()
  const showToast = useToast()
  const [at, setAt] = useState(0)
  const itemOf = (line: number) => names.items.get(movement.lines[line]!.itemId)
  const nameOf = (line: number) => itemOf(line)?.name ?? words.unknownItem(movement.lines[line]!.itemId)

  async function save(quantity: number) {
    const lines = movement.lines.map((line, index) => (index === at ? { ...line, quantity } : line))
    const body: Movement = { ...movement, id: newId() as MovementId, lines }
    const resent = await resendCorrected(db, row.id, { kind: 'movement', body })
    onClose()
    if (resent.ok) showToast(text.corrected)
    else onRefused(resent.error)
  }

  return (
    <Dialog open={open} title={text.correctTitle} onClose={onClose}>
      {movement.lines.length > 1 && (
        <Choices
          label={text.chooseLine}
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
          options={movement.lines.map(({ quantity }, index) => ({
            value: String(index),
            label: nameOf(index),
            detail: formatQuantity(quantity, itemOf(index) ?? PIECES, language),
          }))}
        />
      )}
      <AmountPad
        label={text.newQuantity(nameOf(at))}
        measure={itemOf(at) ?? PIECES}
        doneLabel={text.saveAndSend}
        onQuantity={(quantity) => void save(quantity)}
      />
    </Dialog>
  )
}

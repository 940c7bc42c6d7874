import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'
import { warehouseText } from './warehouse-text.ts'

export interface WarehouseDialogProps {
  readonly onClose: () => void
  readonly onAdded: (warehouse: WarehouseRow) => void
}

const FIELDS = ['code', 'name']

export function WarehouseDialog({ onClose, onAdded }: WarehouseDialogProps) {
  const text = useText(warehouseText)
  const frame = useText(deskText)
  const { requests } = useDesk()
  const { typed, type, forget, wasKept } = useKept('warehouse', { code: '', name: '' })
  const sending = useSending(FIELDS)

  async function add() {
    const added = await sending.send(() => requests.addWarehouse(typed))
    if (!added) return
    forget()
    onAdded(added)
  }

  return (
    <Dialog
      open
      title={text.add}
      onClose={onClose}
      onSubmit={() => void add()}
      actions={
        <Button type="submit" kind="primary" disabled={sending.busy}>
          {sending.busy ? frame.saving : frame.save}
        </Button>
      }
    >
      <KeptNotice shown={wasKept} onForget={forget} />
      <Field
        label={text.name}
        value={typed.name}
        onChange={(name) => type({ name })}
        hint={text.nameHint}
        refusal={sending.field('name')}
        maxLength={100}
        required
      />
      <Field
        label={text.code}
        value={typed.code}
        onChange={(code) => type({ code })}
        hint={text.codeHint}
        refusal={sending.field('code')}
        maxLength={30}
        required
      />
      <FormRefusal sentence={sending.sentence} />
    </Dialog>
  )
}

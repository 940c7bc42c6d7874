import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { FormDialog } from './form-dialog.tsx'
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
  const { requests } = useDesk()
  const kept = useKept('warehouse', { code: '', name: '' })
  const { typed, type, forget } = kept
  const sending = useSending(FIELDS)

  async function add() {
    const added = await sending.send(() => requests.addWarehouse(typed))
    if (!added) return
    forget()
    onAdded(added)
  }

  return (
    <FormDialog title={text.add} kept={kept} sending={sending} onSave={() => void add()} onClose={onClose}>
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
    </FormDialog>
  )
}

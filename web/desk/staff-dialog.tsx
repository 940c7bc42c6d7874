import { useState } from 'react'
import type { StaffRow } from '#shared/desk/desk-staff-wire'
import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { ROLES } from '#shared/staff/staff'
import { staffText } from '#shared/staff/staff-text'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { FormRefusal } from './form-parts.tsx'
import { SelectField } from './select-field.tsx'
import { StaffAccessFields } from './staff-access-fields.tsx'
import { staffDeskText } from './staff-desk-text.ts'
import { needsPin, readStaffAdd, readStaffChange, typedFrom } from './staff-form.ts'
import { StaffPlaces } from './staff-places.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface StaffDialogProps {
  /** Nobody: somebody new. */
  readonly person: StaffRow | undefined
  readonly warehouses: readonly WarehouseRow[]
  readonly onClose: () => void
  readonly onSaved: () => void
}

const FIELDS = ['name', 'role', 'warehouseId', 'pin', 'userName', 'password', 'placeCodes']

export function StaffDialog({ person, warehouses, onClose, onSaved }: StaffDialogProps) {
  const text = useText(staffDeskText)
  const frame = useText(deskText)
  const roles = useText(staffText).role
  const { requests, me } = useDesk()
  const sending = useSending(FIELDS)
  const [leaving, setLeaving] = useState(false)
  const kept = useKept(
    `staff:${person?.id ?? 'new'}`,
    typedFrom(person, warehouses.length === 1 ? warehouses[0]!.id : undefined),
    ['pin', 'password'],
  )
  const { typed, type, forget } = kept
  const onTablet = needsPin(typed.role)

  async function save(change?: { active: boolean }) {
    const saved = await sending.send(() =>
      person
        ? requests.changeStaff(person.id, change ?? readStaffChange(typed, person))
        : requests.addStaff(readStaffAdd(typed)),
    )
    if (!saved) return
    forget()
    onSaved()
  }

  if (person && leaving) {
    return (
      <Dialog
        open
        title={text.deactivateTitle(person.name)}
        onClose={onClose}
        actions={
          <Button kind="danger" disabled={sending.busy} onClick={() => void save({ active: false })}>
            {text.deactivate}
          </Button>
        }
      >
        <p>{text.deactivateSays}</p>
        <FormRefusal sentence={sending.sentence} />
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={person ? text.editTitle(person.name) : text.add}
      kept={kept}
      sending={sending}
      onSave={() => void save()}
      onClose={onClose}
      actions={
        <>
          {person?.active && person.id !== me.id && (
            <Button kind="danger" onClick={() => setLeaving(true)}>
              {text.deactivate}
            </Button>
          )}
          {person && !person.active && (
            <Button onClick={() => void save({ active: true })}>{text.reactivate}</Button>
          )}
        </>
      }
    >
      {person && !person.active && (
        <Notice tone="yellow">
          <p>{text.inactive}</p>
        </Notice>
      )}
      <Field
        label={text.name}
        value={typed.name}
        onChange={(name) => type({ name })}
        refusal={sending.field('name')}
        maxLength={100}
        autoComplete="off"
        required
      />
      <div className="columns">
        <SelectField
          label={text.role}
          value={typed.role}
          options={ROLES.map((role) => ({ value: role, label: roles[role] }))}
          onChange={(role) => type({ role })}
          hint={text.roleHint[typed.role]}
          refusal={sending.field('role')}
        />
        <SelectField
          label={text.warehouse}
          mark={onTablet ? text.needed : undefined}
          value={typed.warehouseId}
          options={[
            // Who holds a tablet belongs to one warehouse.
            {
              value: '' as const,
              label: onTablet ? frame.chooseHint : text.everyWarehouse,
            },
            ...warehouses.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(warehouseId) => type({ warehouseId })}
          refusal={sending.field('warehouseId')}
        />
      </div>
      <StaffAccessFields person={person} kept={kept} sending={sending} />
      {typed.role === 'verifier' && (
        <StaffPlaces codes={typed.placeCodes} onChange={(placeCodes) => type({ placeCodes })} />
      )}
    </FormDialog>
  )
}

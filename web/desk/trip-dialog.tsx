import { useState } from 'react'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import { formatDay } from '#shared/i18n/numbers'
import type { StaffId } from '#shared/staff/staff'
import { dayInVietnam, instantFromMs } from '#shared/time/time'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { parseDayInput } from '../ui/parse-day-input.ts'
import { Notice } from '../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { SelectField } from './select-field.tsx'
import { tripDeskText } from './trip-desk-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface TripDialogProps {
  /** Left out: a new one. */
  readonly found?: TripAnswer
  readonly onClose: () => void
  readonly onSaved: (saved: TripAnswer) => void
}

interface Typed {
  readonly warehouseId: string
  readonly courierId: string
  readonly day: string
  readonly vehicle: string
  readonly plate: string
  readonly driverName: string
  readonly driverPhone: string
}

const FIELDS = ['warehouseId', 'courierId', 'dayOn', 'vehicle', 'plate', 'driver']

/** Who drives which vehicle on which day. The driver is a person and is not kept on this computer. */
export function TripDialog({ found: foundNow, onClose, onSaved }: TripDialogProps) {
  const text = useText(tripDeskText)
  const frame = useText(deskText)
  const { requests, me, nowMs } = useDesk()
  const sending = useSending(FIELDS)
  // The screen behind asks again and again: what is typed here was typed over this one.
  const [found] = useState(foundNow)
  const [dayRefusal, setDayRefusal] = useState<string>()
  const warehouses = useAnswer('warehouses', requests.warehouses).value?.warehouses ?? []
  const staff = useAnswer('staff', requests.staff).value?.staff ?? []
  const kept = useKept<Typed>(
    `trip:${found?.trip.id ?? 'new'}`,
    {
      warehouseId: found?.trip.warehouseId ?? me.warehouseId ?? '',
      courierId: found?.trip.courierId ?? '',
      day: formatDay(found?.trip.dayOn ?? dayInVietnam(instantFromMs(nowMs()))),
      vehicle: found?.trip.vehicle ?? '',
      plate: found?.trip.plate ?? '',
      driverName: found?.driver?.name ?? '',
      driverPhone: found?.driver?.phone ?? '',
    },
    ['driverName', 'driverPhone'],
  )
  const { typed, type, forget } = kept
  const warehouseId =
    typed.warehouseId === '' && warehouses.length === 1 ? warehouses[0]!.id : typed.warehouseId
  const couriers = staff.filter(
    (one) => one.role === 'courier' && one.active && one.warehouseId === warehouseId,
  )

  async function save() {
    const day = parseDayInput(typed.day)
    setDayRefusal(day.kind === 'day' ? undefined : text.dayWrong)
    if (day.kind !== 'day') return
    const { vehicle, plate, driverName, driverPhone } = typed
    const courierId = typed.courierId as StaffId
    const driver = driverName.trim() === '' ? undefined : { name: driverName, phone: driverPhone }
    const fields = { courierId, vehicle, plate, dayOn: day.day }
    const saved = await sending.send(() =>
      found
        ? requests.changeTrip(found.trip.id, { version: found.version, ...fields, driver: driver ?? null })
        : requests.addTrip({ warehouseId, ...fields, ...(driver && { driver }) }),
    )
    if (!saved) return
    forget()
    onSaved(saved)
  }

  return (
    <FormDialog
      title={found ? text.editTitle(found.trip.code) : text.add}
      kept={kept}
      sending={sending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <div className="columns">
        <SelectField
          label={text.warehouse}
          value={warehouseId}
          disabled={found !== undefined}
          options={[
            { value: '', label: frame.chooseHint },
            ...warehouses.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={(next) => type({ warehouseId: next, courierId: '' })}
          refusal={sending.field('warehouseId')}
        />
        <Field
          label={text.day}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          value={typed.day}
          onChange={(day) => {
            setDayRefusal(undefined)
            type({ day })
          }}
          hint={text.dayHint}
          refusal={dayRefusal ?? sending.field('dayOn')}
          required
        />
      </div>
      <SelectField
        label={text.courier}
        value={typed.courierId}
        options={[
          { value: '', label: frame.chooseHint },
          ...couriers.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(courierId) => type({ courierId })}
        hint={text.courierHint}
        refusal={sending.field('courierId')}
      />
      {warehouseId !== '' && staff.length > 0 && couriers.length === 0 && (
        <Notice tone="yellow">{text.noCouriers}</Notice>
      )}
      <div className="columns">
        <Field
          label={text.vehicle}
          value={typed.vehicle}
          onChange={(vehicle) => type({ vehicle })}
          hint={text.vehicleHint}
          refusal={sending.field('vehicle')}
          maxLength={60}
        />
        <Field
          label={text.plate}
          value={typed.plate}
          onChange={(plate) => type({ plate })}
          refusal={sending.field('plate')}
          maxLength={20}
          autoComplete="off"
        />
      </div>
      <div className="columns">
        <Field
          label={text.driverName}
          value={typed.driverName}
          onChange={(driverName) => type({ driverName })}
          hint={text.driverNameHint}
          refusal={sending.field('driver')}
          maxLength={100}
          autoComplete="off"
        />
        <Field
          label={text.driverPhone}
          type="tel"
          value={typed.driverPhone}
          onChange={(driverPhone) => type({ driverPhone })}
          maxLength={40}
          autoComplete="off"
        />
      </div>
    </FormDialog>
  )
}

import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { Trip, TripId } from '#shared/trip/trip'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { FormRefusal } from './form-parts.tsx'
import { SelectField } from './select-field.tsx'
import { tripDeskText } from './trip-desk-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'

export interface MoveDialogProps {
  readonly from: Trip
  readonly consignmentIds: readonly ConsignmentId[]
  readonly onClose: () => void
  readonly onMoved: () => void
}

/** Goods that change vehicles: a breakdown on the road, a phone that is lost. */
export function MoveDialog({ from, consignmentIds, onClose, onMoved }: MoveDialogProps) {
  const text = useText(tripDeskText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const sending = useSending(['toId'])
  const [chosen, setChosen] = useState('')
  const query = { state: 'active', warehouse: from.warehouseId, limit: 200 }
  const answer = useAnswer('trips', (signal) => requests.trips(query, signal))
  const others = answer.value?.rows.filter(({ trip }) => trip.id !== from.id) ?? []
  const toId = chosen === '' ? (others[0]?.trip.id ?? '') : chosen

  async function move() {
    const body = { toId: toId as TripId, consignmentIds: [...consignmentIds] }
    if (await sending.send(() => requests.moveToTrip(from.id, body))) onMoved()
  }
  return (
    <Dialog
      open
      title={text.moveTitle(formatNumber(consignmentIds.length, language))}
      onClose={onClose}
      onSubmit={() => void move()}
      actions={
        <Button type="submit" kind="primary" disabled={sending.busy || toId === ''}>
          {text.moveNow}
        </Button>
      }
    >
      <AnswerView answer={answer}>
        {() =>
          others.length === 0 ? (
            <p>{text.moveNone}</p>
          ) : (
            <SelectField
              label={text.moveTo}
              value={toId}
              options={others.map(({ trip, courierName }) => ({
                value: trip.id as string,
                label: `${trip.code} · ${formatDay(trip.dayOn)} · ${courierName}`,
              }))}
              onChange={setChosen}
              refusal={sending.field('toId')}
            />
          )
        }
      </AnswerView>
      <FormRefusal sentence={sending.sentence} />
    </Dialog>
  )
}

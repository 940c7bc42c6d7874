import { useState } from 'react'
import type { DataRequestAnswer } from '#shared/desk/desk-data-request-wire'
import { DATA_ASKS, type DataAsk } from '#shared/person/data-request'
import { dataRequestText } from '#shared/person/data-request-text'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { parseDayInput } from '../ui/parse-day-input.ts'
import { useDesk } from './desk-context.tsx'
import { FormDialog } from './form-dialog.tsx'
import { personalDataText } from './personal-data-text.ts'
import { SelectField } from './select-field.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

interface RequestTyped {
  readonly asks: DataAsk
  readonly requester: string
  readonly receivedOn: string
}
const EMPTY: RequestTyped = { asks: 'see', requester: '', receivedOn: '' }

/** Who asks for what; the clock begins with the day it came in. */
export function DataRequestDialog({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void
  readonly onAdded: (request: DataRequestAnswer) => void
}) {
  const text = useText(personalDataText)
  const words = useText(dataRequestText)
  const { requests } = useDesk()
  const sending = useSending(['requester', 'asks', 'receivedOn'])
  const [isDayWrong, setDayWrong] = useState(false)
  const kept = useKept('data-request:new', EMPTY, ['requester'])
  const { typed, type, forget } = kept

  async function add() {
    const day = parseDayInput(typed.receivedOn)
    const isWrong = day.kind === 'unfinished' || day.kind === 'no-such-day'
    setDayWrong(isWrong)
    if (isWrong) return
    const { asks, requester } = typed
    const added = await sending.send(() =>
      requests.addDataRequest({ asks, requester, ...(day.kind === 'day' && { receivedOn: day.day }) }),
    )
    if (!added) return
    forget()
    onAdded(added)
  }
  return (
    <FormDialog
      title={text.addTitle}
      kept={kept}
      sending={sending}
      onSave={() => void add()}
      onClose={onClose}
    >
      <SelectField
        label={text.asks}
        value={typed.asks}
        options={DATA_ASKS.map((value) => ({ value, label: words.asks[value] }))}
        onChange={(asks) => type({ asks })}
        refusal={sending.field('asks')}
      />
      <Field
        label={text.requester}
        hint={text.requesterHint}
        value={typed.requester}
        onChange={(requester) => type({ requester })}
        refusal={sending.field('requester')}
        maxLength={500}
        multiline
        required
      />
      <Field
        label={text.receivedOn}
        hint={text.receivedHint}
        value={typed.receivedOn}
        onChange={(receivedOn) => {
          setDayWrong(false)
          type({ receivedOn })
        }}
        refusal={isDayWrong ? text.receivedWrong : sending.field('receivedOn')}
        inputMode="numeric"
        maxLength={10}
        autoComplete="off"
      />
    </FormDialog>
  )
}

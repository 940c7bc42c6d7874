import { useState } from 'react'
import type { Household } from '#shared/person/person'
import { useText } from '../ui/language.tsx'
import type { Answered } from './desk-client.ts'
import { DeskForm } from './desk-form.tsx'
import { HouseholdFields } from './household-fields.tsx'
import {
  PRIVATE_HOUSEHOLD,
  readHousehold,
  typedFromHousehold,
  type HouseholdFault,
} from './household-form.ts'
import { householdText } from './household-text.ts'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface HouseholdEditorProps {
  /** Whose it is: what is half typed is kept under this name, in memory only. */
  readonly form: string
  readonly household: Household | null
  readonly save: (household: Household) => Answered<unknown>
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Who lives in a household, their numbers in full. */
export function HouseholdEditor({ form, household, save, onSaved, onClose }: HouseholdEditorProps) {
  const text = useText(householdText)
  const sending = useSending()
  const [fault, setFault] = useState<HouseholdFault>()
  const kept = useKept(form, typedFromHousehold(household), PRIVATE_HOUSEHOLD)
  const { typed, type, forget } = kept

  async function submit() {
    const read = readHousehold(typed, household)
    setFault(read.ok ? undefined : read.error)
    if (!read.ok || !(await sending.send(() => save(read.value)))) return
    forget()
    onSaved()
  }
  return (
    <DeskForm
      kept={kept}
      sending={sending}
      sentence={sending.isStale ? text.changedMeanwhile : undefined}
      className="form"
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <HouseholdFields
        typed={typed}
        type={(change) => {
          setFault(undefined)
          type(change)
        }}
        fault={fault}
      />
    </DeskForm>
  )
}

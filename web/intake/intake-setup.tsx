import type { Location, LocationId } from '#shared/location/location'
import { nameDonor } from '../donor/donor-store.ts'
import type { CloseRefusal } from '../draft/close-sentence.ts'
import { useTablet } from '../tablet-context.tsx'
import { SetupCard } from './setup-card.tsx'
import type { Intake } from './use-intake.tsx'

export interface IntakeSetupProps {
  readonly intake: Intake
  readonly shelfId: LocationId | undefined
  readonly shelves: readonly Location[]
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  /** Undefined once a donor is chosen. */
  readonly onRefused: (refusal: CloseRefusal | undefined) => void
  readonly onReady: () => void
}

/** Chooses donor and shelf; with both known, scanning may begin. */
export function IntakeSetup(props: IntakeSetupProps) {
  const { intake, shelfId, shelves, typed, onType, onRefused, onReady } = props
  const { db } = useTablet()

  async function addDonor(name: string) {
    const named = await nameDonor(db, name)
    if (named.ok) await setDonor(named.value.id)
    else onRefused(named.error)
  }

  async function setDonor(id: LocationId) {
    onRefused(undefined)
    await intake.hand.actions.change((draft) => ({ ...draft, donorId: id, ...(shelfId && { shelfId }) }))
    if (shelfId !== undefined) onReady()
  }

  return (
    <SetupCard
      donorId={intake.hand.draft?.donorId}
      shelfId={shelfId}
      shelves={shelves}
      query={typed('donor')}
      onQuery={(query) => onType('donor', query)}
      onDonor={(id) => void setDonor(id)}
      onNameDonor={(name) => void addDonor(name)}
      onShelf={(id) => void intake.chooseShelf(id)}
      onReady={onReady}
    />
  )
}

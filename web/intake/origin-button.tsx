import { ANONYMOUS_DONOR, type Location, type LocationId } from '#shared/location/location'
import { useLive } from '../database/use-live.tsx'
import { readDonor } from '../donor/donor-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { intakeText } from './intake-text.ts'

export interface OriginButtonProps {
  readonly donorId: LocationId | undefined
  readonly shelfId: LocationId | undefined
  readonly shelves: readonly Location[]
  readonly onPress: () => void
}

/** Whose goods these are and where they go, in the band; pressing it changes them. */
export function OriginButton({ donorId, shelfId, shelves, onPress }: OriginButtonProps) {
  const { db } = useTablet()
  const text = useText(intakeText)
  const donor = useLive(
    async () => (donorId === undefined ? undefined : readDonor(db, donorId)),
    [db, donorId],
  )
  const name = donor && !donor.anonymous && donor.id === donorId ? donor.name : undefined
  const who = donorId === ANONYMOUS_DONOR ? text.anonymous : name
  const shelf = shelves.find(({ id }) => id === shelfId)?.code
  return (
    <button type="button" className="band-button" onClick={onPress}>
      <span>
        {who === undefined ? text.noDonor : text.from(who)} ·{' '}
        {shelf === undefined ? text.noShelf : text.toShelf(shelf)}
      </span>
      <Icon name="edit" />
    </button>
  )
}

import type { Donor } from '#shared/donor/donor'
import { ANONYMOUS_DONOR, type Location, type LocationId } from '#shared/location/location'
import { useLive } from '../database/use-live.tsx'
import { isNamed, searchDonors } from '../donor/donor-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { intakeText } from './intake-text.ts'

export interface SetupCardProps {
  readonly donorId: LocationId | undefined
  readonly shelfId: LocationId | undefined
  readonly shelves: readonly Location[]
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onDonor: (id: LocationId) => void
  readonly onNameDonor: (name: string) => void
  readonly onShelf: (id: LocationId) => void
  readonly onReady: () => void
}

const DONORS_SHOWN = 6

/** Whose goods they are and where they go: asked once, before or while scanning. */
export function SetupCard(props: SetupCardProps) {
  const { donorId, shelfId, shelves, query, onQuery, onDonor, onNameDonor, onShelf, onReady } = props
  const { db } = useTablet()
  const text = useText(intakeText)
  const donors = useLive(() => searchDonors(db, query, DONORS_SHOWN), [db, query]) ?? []
  const name = query.trim()
  const isNew = name !== '' && !donors.some((donor) => isNamed(donor, name))
  return (
    <Card label={text.who}>
      <h3>{text.who}</h3>
      <SearchField label={text.donorSearch} value={query} onChange={onQuery} />
      <div className="grid-buttons long">
        <Button aria-pressed={donorId === ANONYMOUS_DONOR} onClick={() => onDonor(ANONYMOUS_DONOR)}>
          {text.anonymous}
        </Button>
        {donors.map((donor) => (
          <Button key={donor.id} aria-pressed={donor.id === donorId} onClick={() => onDonor(donor.id)}>
            {nameOf(donor)}
          </Button>
        ))}
        {isNew && (
          <Button icon="plus" onClick={() => onNameDonor(name)}>
            {text.nameDonor(name)}
          </Button>
        )}
      </div>
      <h3>{text.where}</h3>
      {shelves.length === 0 ? (
        <Notice tone="yellow">{text.noShelves}</Notice>
      ) : (
        <div className="grid-buttons short">
          {shelves.map((shelf) => (
            <Button key={shelf.id} aria-pressed={shelf.id === shelfId} onClick={() => onShelf(shelf.id)}>
              {shelf.code}
            </Button>
          ))}
        </div>
      )}
      <Button kind="primary" disabled={donorId === undefined || shelfId === undefined} onClick={onReady}>
        {text.ready}
      </Button>
    </Card>
  )
}

function nameOf(donor: Donor): string | undefined {
  return donor.anonymous ? undefined : donor.name
}

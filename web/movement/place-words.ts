import type { CaseFile } from '#shared/case-file/case-file'
import type { Donor } from '#shared/donor/donor'
import type { Item } from '#shared/item/item'
import { locationKind, locationSubject, type Location, type LocationId } from '#shared/location/location'

/** What the documents say about the ids of movements. */
export interface KnownNames {
  readonly items: ReadonlyMap<string, Item>
  readonly locations: ReadonlyMap<string, Location>
  readonly donors: ReadonlyMap<string, Donor>
  readonly caseFiles: ReadonlyMap<string, CaseFile>
  readonly staff: ReadonlyMap<string, string>
}

export interface PlaceWords {
  readonly anonymousDonor: string
  readonly donor: string
  readonly shelf: (code: string) => string
  readonly transit: (code: string) => string
  readonly caseFile: (code: string) => string
  readonly loss: string
  readonly adjustment: string
}

/** What people call a place; its own id where nothing is known of it yet. */
export function placeWords(id: LocationId, names: KnownNames, words: PlaceWords): string {
  const subject = locationSubject(id)
  switch (locationKind(id)) {
    case 'shelf':
      return words.shelf(names.locations.get(id)?.code ?? subject)
    case 'donor': {
      const donor = names.donors.get(id)
      if (subject === 'anonymous' || donor?.anonymous) return words.anonymousDonor
      return donor && !donor.anonymous ? donor.name : words.donor
    }
    case 'transit':
      return words.transit(subject)
    case 'case-file':
      return words.caseFile(names.caseFiles.get(subject)?.code ?? subject)
    case 'loss':
      return words.loss
    case 'adjustment':
      return words.adjustment
  }
}

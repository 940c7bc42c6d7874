import { createContext, useContext, type ReactNode } from 'react'
import { assert } from '#shared/assert'
import type { StaffMember } from '#shared/staff/staff'

/** Whose trip it is and whether they could show it: with the PIN, or under their name alone. */
export interface TripHand {
  readonly staff: StaffMember
  /** The PIN was forgotten on the way: the trip goes on by codes, and each handover says so. */
  readonly withoutPin: boolean
}

const TripHandContext = createContext<TripHand | undefined>(undefined)

export function TripHandProvider({
  hand,
  children,
}: {
  readonly hand: TripHand
  readonly children: ReactNode
}) {
  return <TripHandContext value={hand}>{children}</TripHandContext>
}

/** Only under the gate of trips, where somebody always is. */
export function useTripHand(): TripHand {
  const hand = useContext(TripHandContext)
  assert(hand, 'a trip was shown although nobody goes on it')
  return hand
}

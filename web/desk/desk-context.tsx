import { createContext, useContext } from 'react'
import type { Me } from '#shared/desk/desk-session-wire'
import { assert } from '#shared/assert'
import type { DeskRequests } from './desk-requests.ts'
import type { KeptTyping } from './kept-typing.ts'

export interface DeskRoom {
  readonly me: Me
  readonly requests: DeskRequests
  readonly kept: KeptTyping
  readonly nowMs: () => number
}

export const DeskContext = createContext<DeskRoom | undefined>(undefined)

export function useDesk(): DeskRoom {
  const room = useContext(DeskContext)
  assert(room, 'a screen of the desk stands outside of it')
  return room
}

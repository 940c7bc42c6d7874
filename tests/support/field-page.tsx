import { useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { StaffMember } from '#shared/staff/staff'
import { newUuidV7 } from '../../web/database/uuid-v7.ts'
import { useHandover } from '../../web/handover/use-handover.tsx'
import type { AtTheDoor } from '../../web/handover/at-the-door.ts'
import { IdentityStep } from '../../web/handover/identity-step.tsx'
import { SignatureStep } from '../../web/handover/signature-step.tsx'
import { StaffProvider } from '../../web/staff/staff-context.tsx'
import { useSurvey } from '../../web/survey/use-survey.tsx'
import { TabletContext, type Tablet } from '../../web/tablet-context.tsx'
import { TripHandProvider } from '../../web/trip/trip-hand.tsx'
import { LanguageProvider } from '../../web/ui/language.tsx'
import './tablet-page.ts'

/** An open handover or survey without the frame of its screen, as a test reaches it from outside. */
export interface FieldHands {
  readonly takeUpHandover: (door: AtTheDoor) => void
  readonly takeUpSurvey: (...about: Parameters<typeof useSurvey>) => void
}

const STAFF = { id: 'staff-1', name: 'Hoa', role: 'courier' } as Partial<StaffMember> as StaffMember

function Handover({ door }: { readonly door: AtTheDoor }) {
  const handover = useHandover(door)
  useEffect(() => {
    window.handover = handover
  })
  const { draft, personal } = handover
  return (
    personal && (
      <>
        {draft.step === 'identity' && <IdentityStep handover={handover} comparison={{ kind: 'nothing' }} />}
        {draft.step === 'signature' && <SignatureStep handover={handover} who="recipient" />}
      </>
    )
  )
}

function Survey({ about }: { readonly about: Parameters<typeof useSurvey> }) {
  const survey = useSurvey(...about)
  useEffect(() => {
    window.survey = survey
  })
  return null
}

function draw(children: ReactNode): void {
  const tablet = {
    db: window.db,
    now: () => window.db.now(),
    newId: () => newUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  } as Partial<Tablet> as Tablet
  const root = document.createElement('div')
  document.body.append(root)
  createRoot(root).render(
    <LanguageProvider>
      <TabletContext value={tablet}>
        <StaffProvider staff={STAFF}>
          <TripHandProvider hand={{ staff: STAFF, withoutPin: false }}>{children}</TripHandProvider>
        </StaffProvider>
      </TabletContext>
    </LanguageProvider>,
  )
}

window.field = {
  takeUpHandover: (door) => draw(<Handover door={door} />),
  takeUpSurvey: (...about) => draw(<Survey about={about} />),
}

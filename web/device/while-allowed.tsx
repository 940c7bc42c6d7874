import type { ReactNode } from 'react'
import { useLive } from '../database/use-live.tsx'
import type { Draft } from '../draft/draft.ts'
import { useTablet } from '../tablet-context.tsx'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { deviceText } from './device-text.ts'
import { useDeviceState } from './use-device-state.tsx'

export interface WhileAllowedProps {
  readonly job: Draft['kind']
  readonly children: ReactNode
}

/** A revoked tablet starts no new slip, since none would be taken; one that is open stays to be looked at. */
export function WhileAllowed({ job, children }: WhileAllowedProps) {
  const { db } = useTablet()
  const text = useText(deviceText)
  const state = useDeviceState()
  const open = useLive(() => db.drafts.where('kind').equals(job).count(), [db, job])
  if (!state || open === undefined) return <Opening />
  if (!state.revoked || open > 0) return children
  return (
    <JobShell colour="brand" title={text.title}>
      <EmptyState icon="stop" title={text.bar.revoked}>
        <LinkButton href="/device">{text.bar.seeDevice}</LinkButton>
      </EmptyState>
    </JobShell>
  )
}

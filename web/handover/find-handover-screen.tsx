import { useLocation } from 'wouter'
import { LabelScan } from '../consignment/label-scan.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { handoverText } from './handover-text.ts'

/** By the label on the parcel, wherever the list of stops is not at hand. */
export function FindHandoverScreen() {
  const text = useText(handoverText)
  const [, navigate] = useLocation()
  return (
    <JobShell colour="deliver" title={text.title} back="/trips">
      <div className="column narrow">
        <h2>{text.find}</h2>
        <LabelScan onLabel={(id) => navigate(`/handover/${id}`)} />
      </div>
    </JobShell>
  )
}

import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { LabelScan } from '../consignment/label-scan.tsx'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { giveBackText } from './give-back-text.ts'
import { TakeBack } from './take-back.tsx'

/** Goods that could not be handed over come back: one consignment at a time, by its label. */
export function GiveBackScreen() {
  const text = useText(giveBackText)
  const [consignmentId, setConsignmentId] = useState<ConsignmentId>()
  const [done, setDone] = useState<ConsignmentId>()
  return (
    <JobShell
      colour="stock"
      arrow="down"
      title={text.title}
      subtitle={consignmentId && text.ofConsignment(consignmentId)}
    >
      <div className="column narrow">
        {done && <Notice tone="green">{text.done(done)}</Notice>}
        {consignmentId ? (
          <>
            <TakeBack
              key={consignmentId}
              consignmentId={consignmentId}
              onDone={() => {
                setDone(consignmentId)
                setConsignmentId(undefined)
              }}
            />
            <Button icon="scan" onClick={() => setConsignmentId(undefined)}>
              {text.another}
            </Button>
          </>
        ) : (
          <>
            <h2>{text.scan}</h2>
            <LabelScan
              onLabel={(id) => {
                setDone(undefined)
                setConsignmentId(id)
              }}
            />
          </>
        )}
      </div>
    </JobShell>
  )
}

import { useState } from 'react'
import { useParams } from 'wouter'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SlipPaper } from './slip-paper.tsx'
import { slipText } from './slip-text.ts'
import { readSlipView } from './slip-view-store.ts'
import './slip.css'

type Paper = 'a6' | 'roll'
const PAPER_KEY = 'kho4d.paper'

/** What was just recorded, to print now or once more later. */
export function SlipScreen() {
  const { db } = useTablet()
  const { id } = useParams<{ id: string }>()
  const text = useText(slipText)
  const [paper, setPaper] = useState<Paper>(() =>
    localStorage.getItem(PAPER_KEY) === 'roll' ? 'roll' : 'a6',
  )
  const slip = useLive(async () => (await readSlipView(db, id)) ?? null, [db, id])
  if (slip === undefined) return <Opening />
  if (slip === null) {
    return (
      <JobShell colour="brand" title={text.receipt}>
        <EmptyState icon="file" title={text.missing}>
          <p>{text.missingHint}</p>
          <LinkButton href="/history" icon="history">
            {text.history}
          </LinkButton>
        </EmptyState>
      </JobShell>
    )
  }
  const isReceipt = slip.kind === 'receipt'
  const count = slip.movement.lines.length
  return (
    <JobShell
      colour={isReceipt ? 'intake' : 'dispatch'}
      title={text[slip.kind]}
      arrow={isReceipt ? 'down' : 'up'}
      footer={
        <>
          <Button kind="primary" icon="print" onClick={() => print()}>
            {text.print}
          </Button>
          <LinkButton href={isReceipt ? '/intake' : '/dispatch'} className="push">
            {text.another[slip.kind]}
          </LinkButton>
          <LinkButton href="/" icon="home">
            {text.home}
          </LinkButton>
        </>
      }
    >
      <style>{`@page { size: ${pageSize(paper, count)}; margin: 4mm; }`}</style>
      <div className="column slip-room" data-paper={paper}>
        {slip.notCounted === undefined ? (
          <Notice tone="green">{isReceipt ? text.receiptDone(count) : text.consignmentDone(count)}</Notice>
        ) : (
          <>
            <Notice tone="red">{text.notCounted[slip.notCounted]}</Notice>
            {slip.notCounted === 'refused' && (
              <LinkButton href="/unsent" icon="send">
                {text.seeUnsent}
              </LinkButton>
            )}
          </>
        )}
        <div className="paper-choice">
          <Segments
            label={text.paper}
            value={paper}
            onChange={(chosen) => {
              localStorage.setItem(PAPER_KEY, chosen)
              setPaper(chosen)
            }}
            options={[
              { value: 'a6', label: 'A6' },
              { value: 'roll', label: '58 mm' },
            ]}
          />
        </div>
        <SlipPaper slip={slip} />
      </div>
    </JobShell>
  )
}

/** A roll is cut after what is printed on it, and CSS has no page that is as long as it needs to be. */
function pageSize(paper: Paper, lineCount: number): string {
  return paper === 'a6' ? '105mm 148mm' : `58mm ${125 + 20 * lineCount}mm`
}

import { useEffect } from 'react'
import type { Item } from '#shared/item/item'
import type { Lot } from '#shared/lot/lot'
import type { DraftLine } from '../draft/draft.ts'
import type { ScanDesk } from '../draft/use-scan-desk.tsx'
import { sentenceForStorage } from '../database/storage-text.ts'
import { type WaitingCode, withoutCard } from '../draft/waiting-codes.ts'
import { useLanguage } from '../ui/language.tsx'
import { later } from '../later.tsx'
import { Notice } from '../ui/refusal.tsx'
import { IntakeLineCard } from './intake-line-card.tsx'
import type { Intake } from './use-intake.tsx'

const WaitingCard = later(async () => (await import('./waiting-card.tsx')).WaitingCard)

export interface IntakeNowProps {
  readonly intake: Intake
  readonly desk: ScanDesk
  readonly current: DraftLine | undefined
  readonly items: ReadonlyMap<string, Item>
  readonly waiting: readonly WaitingCode[]
  /** The item a person has just chosen by name. */
  readonly picked: string | undefined
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  /** The line whose pad for the date is open. */
  readonly dating: string | undefined
  readonly onDating: (lineId: string | undefined) => void
  readonly onRemoved: () => void
}

/** What the last scan became: why it was stopped, its line, or the question it raised. */
export function IntakeNow(props: IntakeNowProps) {
  const { intake, desk, current, items, waiting, picked, typed, onType, dating, onDating, onRemoved } = props
  const { language } = useLanguage()
  const { actions } = intake.hand
  const next = waiting[0]

  // Once the screen is there; a minute later there may be no network to fetch it by.
  useEffect(() => void WaitingCard.load().catch(() => undefined), [])

  async function move(line: DraftLine, quantity: number | undefined, lot: Lot) {
    const moved = await intake.moveLot(line.id, quantity, lot)
    // A date is no scan: only what makes a line beeps.
    if (quantity !== undefined || moved.feedback === 'stopped') desk.answer(moved)
  }

  return (
    <>
      {desk.sentence && <Notice tone="red">{desk.sentence[language]}</Notice>}
      {current && (
        <IntakeLineCard
          key={`line-${current.id}`}
          line={current}
          item={items.get(current.itemId)}
          typed={typed}
          onType={onType}
          actions={actions}
          dating={dating === current.id}
          onDating={(open) => onDating(open ? current.id : undefined)}
          onMove={(quantity, lot) => void move(current, quantity, lot)}
          onRemoved={onRemoved}
        />
      )}
      {next && (
        <WaitingCard
          key={`waiting-${next.lineId}`}
          waiting={next}
          others={waiting.length - 1}
          openAtOnce={next.code.itemId === picked}
          typed={typed}
          onType={onType}
          onLearn={async (request, lot) => {
            const learned = await intake.learn(request)
            if (!learned.ok) return learned
            await intake.settleLearned(next, learned.value, lot, desk.answer)
            return learned
          }}
          onBox={async (item, quantity, lot) => {
            const learned = await intake.learnBox(next, item, quantity)
            if (learned.ok) await intake.settleLearned(next, learned.value, lot, desk.answer)
            else desk.answer({ feedback: 'stopped', sentence: sentenceForStorage(learned.error) })
          }}
          onAnswer={(item, quantity, lot) =>
            void intake.answerWaiting(next, item, quantity, lot).then(desk.answer)
          }
          onDrop={() => void actions.change((draft) => withoutCard(draft, next.lineId))}
        />
      )}
    </>
  )
}

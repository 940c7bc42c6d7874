import { useState } from 'react'
import { formatMoment } from '#shared/i18n/moments'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { formatQuantity } from '#shared/item/quantity'
import { parseLotId } from '#shared/lot/lot'
import type { MovementLine } from '#shared/movement/movement'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { movementText } from '../movement/movement-text.ts'
import { historyText } from './history-text.ts'
import { readHistoryDetail, type HistoryDetail } from './history-view-store.ts'
import { placeWords } from '../movement/place-words.ts'
import { ReverseDialog } from './reverse-dialog.tsx'

export function MovementDetail({ id }: { readonly id: string }) {
  const text = useText(historyText)
  const words = useText(movementText)
  const { db } = useTablet()
  const detail = useLive(async () => ({ found: await readHistoryDetail(db, id) }), [db, id])
  const [reversing, setReversing] = useState(false)
  const found = detail?.found
  const mayReverse = found && found.row.kind !== 'reversal' && found.reversedById === undefined
  return (
    <JobShell
      colour="brand"
      title={found ? words.kind[found.row.kind] : text.detailTitle}
      back="/history"
      footer={
        found && (
          <>
            {found.slipId !== undefined && (
              <LinkButton href={`/slip/${encodeURIComponent(found.slipId)}`} icon="print">
                {text.reprint}
              </LinkButton>
            )}
            {mayReverse && (
              <Button kind="danger" icon="undo" className="push" onClick={() => setReversing(true)}>
                {text.reverse}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="column">
        {found && <DetailFacts detail={found} />}
        {found && <DetailLines detail={found} />}
        {detail && !found && <EmptyState icon="search" title={text.empty} />}
      </div>
      {found && (
        <ReverseDialog
          open={reversing}
          movement={found.row.movement}
          reversedById={found.reversedById}
          onClose={() => setReversing(false)}
        />
      )}
    </JobShell>
  )
}

function DetailFacts({ detail: { row, names, reversedById } }: { readonly detail: HistoryDetail }) {
  const text = useText(historyText)
  const { now } = useTablet()
  const { movement } = row
  const caseFile = movement.caseFileId && names.caseFiles.get(movement.caseFileId)
  return (
    <Card>
      <Facts>
        <Fact label={text.when}>{formatMoment(movement.occurredAt, now())}</Fact>
        <Fact label={text.who}>{names.staff.get(movement.staffId) ?? text.unknownStaff}</Fact>
        <Fact label={text.state}>
          {row.receivedAt !== undefined ? text.sentAt(formatMoment(row.receivedAt, now())) : text.notSentYet}
          {reversedById !== undefined && ` · ${text.reversed}`}
        </Fact>
        {movement.caseFileId && <Fact label={text.caseFile}>{caseFile?.code ?? movement.caseFileId}</Fact>}
        {movement.note !== undefined && <Fact label={text.reason}>{movement.note}</Fact>}
        {(movement.receiptId ?? movement.consignmentId) !== undefined && (
          <Fact label={text.code}>{movement.receiptId ?? movement.consignmentId}</Fact>
        )}
      </Facts>
    </Card>
  )
}

function DetailLines({ detail: { row, names } }: { readonly detail: HistoryDetail }) {
  const words = useText(movementText)
  const { language } = useLanguage()
  return (
    <List label={words.lines(formatNumber(row.movement.lines.length, language))}>
      {row.movement.lines.map((line) => {
        const item = names.items.get(line.itemId)
        return (
          <ListRow
            key={`${line.lotId}|${line.fromId}|${line.toId}`}
            title={item?.name ?? words.unknownItem(line.itemId)}
            figure={
              item ? formatQuantity(line.quantity, item, language) : formatNumber(line.quantity, language)
            }
            detail={[
              words.fromTo(
                placeWords(line.fromId, names, words.place),
                placeWords(line.toId, names, words.place),
              ),
              ...lotWords(line),
            ].join(' · ')}
          />
        )
      })}
    </List>
  )

  function lotWords({ lotId }: MovementLine): string[] {
    const lot = parseLotId(lotId)
    return [
      ...(lot?.lotNumber === undefined ? [] : [words.lot(lot.lotNumber)]),
      ...(lot?.expiresOn === undefined ? [] : [words.expires(formatDay(lot.expiresOn))]),
      ...(lot?.bestBeforeOn === undefined ? [] : [words.bestBefore(formatDay(lot.bestBeforeOn))]),
    ]
  }
}

import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { Item } from '#shared/item/item'
import { formatQuantity, PIECES } from '#shared/item/quantity'
import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { MovementId } from '#shared/movement/movement'
import type { LotQuantity } from '#shared/trip/sum-goods'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import { sentenceForClose } from '../draft/close-sentence.ts'
import { useClock } from '../draft/use-clock.tsx'
import { AmountPad } from '../item/amount-pad.tsx'
import { useItems } from '../item/use-items.tsx'
import { listShelves } from '../location/location-store.ts'
import { describeLot } from '../lot/describe-lot.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { goodsOnBoard } from '../trip/trip-store.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { giveBackText } from './give-back-text.ts'
import { recordGiveBack } from './record-give-back.ts'

interface TakeBackProps {
  readonly consignmentId: ConsignmentId
  readonly onDone: () => void
}

/** What of it is still on its way, counted again as it comes in, and the shelf it goes to. */
export function TakeBack({ consignmentId, onDone }: TakeBackProps) {
  const text = useText(giveBackText)
  const { language } = useLanguage()
  const { today } = useClock()
  const { db, now, newId } = useTablet()
  const staff = useStaff()
  // Pressed twice it is still one.
  const [movementId] = useState(() => newId() as MovementId)
  const [counted, setCounted] = useState<Readonly<Record<string, number>>>({})
  const [chosen, setChosen] = useState<LocationId>()
  const [counting, setCounting] = useState<LotId>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const found = useLive(async () => {
    const [goods, shelves, usual, consignment] = await Promise.all([
      goodsOnBoard(db, consignmentId),
      listShelves(db),
      readMeta(db, 'usualShelf'),
      db.consignments.get(consignmentId),
    ])
    return { goods: goods.filter(({ quantity }) => quantity > 0), shelves, usual, consignment }
  }, [db, consignmentId])
  const items = useItems(found?.goods.map(({ itemId }) => itemId) ?? [])
  if (!found) return <Opening />
  const { goods, shelves, usual, consignment } = found
  if (goods.length === 0) {
    return (
      <EmptyState icon="package" title={text.nothing}>
        <p>{text.nothingWhat}</p>
      </EmptyState>
    )
  }

  const back = ({ lotId, quantity }: LotQuantity) => Math.min(counted[lotId] ?? quantity, quantity)
  const shelfId = chosen ?? shelves.find(({ id }) => id === usual)?.id ?? shelves[0]?.id
  const measure = (itemId: string) => items.get(itemId) ?? PIECES
  const current = goods.find(({ lotId }) => lotId === counting)

  async function record() {
    const identity = await readMeta(db, 'identity')
    if (!identity || !shelfId) return
    setBusy(true)
    const { deviceId, warehouseId } = identity
    const lines = goods
      .map((line) => ({ ...line, quantity: back(line) }))
      .filter(({ quantity }) => quantity > 0)
    const recorded = await recordGiveBack(
      db,
      { consignmentId, caseFileId: consignment?.body.caseFileId, shelfId, lines },
      { movementId, deviceId, warehouseId, staffId: staff.id, now: now() },
    )
    setBusy(false)
    if (!recorded.ok) return setRefusal(sentenceForClose(recorded.error, language))
    await writeMeta(db.relaxed, 'usualShelf', shelfId)
    onDone()
  }

  return (
    <>
      <p>{text.count}</p>
      <List label={text.count}>
        {goods.map((line) => {
          const { itemId, lotId, quantity } = line
          const lot = describeLot(lotId, today, language).words
          const onTheWay = text.onTheWay(formatQuantity(quantity, measure(itemId), language))
          return (
            <ListRow
              key={lotId}
              title={items.get(itemId)?.name ?? itemId}
              detail={[lot, onTheWay].filter(Boolean).join(' · ')}
              figure={formatQuantity(back(line), measure(itemId), language)}
              figureDetail={text.change}
              onPress={() => setCounting(lotId)}
            />
          )
        })}
      </List>
      {shelves.length === 0 ? (
        <Notice tone="yellow">{text.noShelf}</Notice>
      ) : (
        <Choices
          label={text.shelf}
          value={shelfId}
          onChange={setChosen}
          options={shelves.map(({ id, code, name }) => ({ value: id, label: code, detail: name }))}
        />
      )}
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
      <Button
        kind="primary"
        wide
        icon="check"
        disabled={busy || !shelfId || goods.every((line) => back(line) === 0)}
        onClick={() => void record()}
      >
        {busy ? text.recording : text.record}
      </Button>
      {current && (
        <CountDialog
          line={current}
          item={items.get(current.itemId)}
          onClose={() => setCounting(undefined)}
          onSet={(quantity) => setCounted((before) => ({ ...before, [current.lotId]: quantity }))}
        />
      )}
    </>
  )
}

interface CountDialogProps {
  readonly line: LotQuantity
  readonly item: Item | undefined
  readonly onClose: () => void
  readonly onSet: (quantity: number) => void
}

function CountDialog({ line, item, onClose, onSet }: CountDialogProps) {
  const text = useText(giveBackText)
  const { language } = useLanguage()
  const measure = item ?? PIECES
  const title = text.howMany(item?.name ?? line.itemId)

  return (
    <Dialog open title={title} onClose={onClose}>
      <AmountPad
        label={title}
        measure={measure}
        doneLabel={text.set}
        refuse={(quantity) => {
          if (quantity > line.quantity) return text.tooMany(formatQuantity(line.quantity, measure, language))
        }}
        onQuantity={(quantity) => {
          onSet(quantity)
          onClose()
        }}
      />
      <Button
        wide
        onClick={() => {
          onSet(0)
          onClose()
        }}
      >
        {text.notBack}
      </Button>
    </Dialog>
  )
}

import { useState } from 'react'
import { CATEGORIES, type Category, type Item } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { datesUsualFor, packsFromTyped, type LearnRefusal, type LearnRequest } from '#shared/item/learn-item'
import { sentenceForLearn } from '#shared/item/learn-item-text'
import { formatDay } from '#shared/i18n/numbers'
import { leavesBefore, parseLotId, lotId, type Lot } from '#shared/lot/lot'
import { describeLot } from '../lot/describe-lot.ts'
import { keepLotNumber, shownLotNumber } from '../lot/kept-lot-number.ts'
import { LotDialog } from '../lot/lot-dialog.tsx'
import { useClock } from '../draft/use-clock.tsx'
import type { ScannedCode } from '../item/read-code.ts'
import { shownCode } from '../item/shown-code.ts'
import { storageText } from '../database/storage-text.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { ButtonGroup } from '../draft/button-group.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import type { Result } from '#shared/result'
import { learnText } from './learn-text.ts'

export interface LearnDialogProps {
  readonly open: boolean
  readonly code: ScannedCode
  /** What stands typed in the fields of this card, on disk at every keystroke. */
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onLearn: (
    request: LearnRequest,
    lot: Lot,
  ) => Promise<Result<unknown, LearnRefusal | StorageRefusal>>
  readonly onClose: () => void
}

const UNITS = ['gói', 'chai', 'hộp', 'lon', 'cái', 'túi', 'kg', 'lít'] as const

/** Name, category, unit and date of goods that nobody knew; from then on every tablet knows them. */
export function LearnDialog({ open, code, typed, onType, onLearn, onClose }: LearnDialogProps) {
  const { language } = useLanguage()
  const text = useText(learnText)
  const { today } = useClock()
  const [refusal, setRefusal] = useState<LearnRefusal | StorageRefusal>()
  const [dating, setDating] = useState(false)
  const category = CATEGORIES.find((one) => one === typed('category'))
  const dates = (typed('dates') || (category && datesUsualFor(category)) || 'none') as Item['dates']
  const lot: Lot = parseLotId(typed('lot')) ?? {
    itemId: code.itemId,
    ...(code.lotNumber !== undefined && { lotNumber: code.lotNumber }),
    ...(code.expiresOn !== undefined && { expiresOn: code.expiresOn }),
    ...(code.bestBeforeOn !== undefined && { bestBeforeOn: code.bestBeforeOn }),
  }
  const day = leavesBefore(lot)
  const learn = async () => {
    const packs = packsFromTyped(typed('packQuantity'), typed('unit'), text.boxUnit, language)
    if (!packs.ok) return setRefusal(packs.error)
    const learned = await onLearn(
      {
        id: code.itemId,
        gtin: code.gtin,
        name: typed('name'),
        category,
        unit: typed('unit'),
        dates,
        packs: packs.value,
      },
      lot,
    )
    setRefusal(learned.ok ? undefined : learned.error)
  }
  const nameWrong = refusal?.kind === 'name-missing' || refusal?.kind === 'name-too-long'
  return (
    <>
      <Dialog
        open={open}
        title={text.title}
        onClose={onClose}
        onSubmit={() => void learn()}
        actions={
          <Button kind="primary" type="submit">
            {text.learn}
          </Button>
        }
      >
        <p className="learn-code">{code.picked ? text.withoutCode : shownCode(code.text, today)}</p>
        <div className="learn-columns">
          <div>
            <Field
              label={text.name}
              value={typed('name')}
              onChange={(value) => onType('name', value)}
              autoComplete="off"
              maxLength={200}
              refusal={nameWrong ? sentenceForLearn(refusal)[language] : undefined}
            />
            <ButtonGroup label={text.unit} size="short">
              {UNITS.map((one) => (
                <Button key={one} aria-pressed={one === typed('unit')} onClick={() => onType('unit', one)}>
                  {one}
                </Button>
              ))}
            </ButtonGroup>
            <Field
              label={text.otherUnit}
              value={typed('unit')}
              onChange={(value) => onType('unit', value)}
              autoComplete="off"
              maxLength={40}
            />
            <Field
              label={text.packQuantity(typed('unit') || text.piece)}
              value={typed('packQuantity')}
              onChange={(value) => onType('packQuantity', value)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
            />
          </div>
          <div>
            <ButtonGroup label={text.category}>
              {CATEGORIES.map((one: Category) => (
                <Button key={one} aria-pressed={one === category} onClick={() => onType('category', one)}>
                  {itemText[language].category[one]}
                </Button>
              ))}
            </ButtonGroup>
            <ButtonGroup label={text.dates}>
              {(['expiry', 'best-before', 'none'] as const).map((one) => (
                <Button key={one} aria-pressed={one === dates} onClick={() => onType('dates', one)}>
                  {itemText[language].dates[one]}
                </Button>
              ))}
            </ButtonGroup>
            {dates !== 'none' && (
              <Button icon="calendar" onClick={() => setDating(true)}>
                {day === undefined
                  ? text.enterDay
                  : describeLot(lotId(lot), today, language).words || formatDay(day)}
              </Button>
            )}
          </div>
        </div>
        {refusal && !nameWrong && (
          <Refusal>
            {'lengthMax' in refusal || !(refusal.kind in storageText.vi.refusal)
              ? sentenceForLearn(refusal as LearnRefusal)[language]
              : storageText[language].refusal[refusal.kind as StorageRefusal['kind']]}
          </Refusal>
        )}
      </Dialog>
      <LotDialog
        open={open && dating}
        item={{
          id: code.itemId,
          name: typed('name') || text.title,
          category: category ?? 'other',
          baseUnit: 'piece',
          unit: 'x',
          packs: [],
          dates,
        }}
        lot={lot}
        today={today}
        typed={{ digits: typed('digitsOfDay'), lotNumber: shownLotNumber(typed('lotNumber'), lot) }}
        onType={({ digits, lotNumber }) => {
          onType('digitsOfDay', digits)
          onType('lotNumber', keepLotNumber(lotNumber))
        }}
        onLot={(dated) => {
          setDating(false)
          onType('lot', lotId(dated))
        }}
        onClose={() => setDating(false)}
      />
    </>
  )
}

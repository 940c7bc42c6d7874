import { useState } from 'react'
import type { ItemRow } from '#shared/desk/desk-item-wire'
import { BASE_UNITS, CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { FormDialog } from './form-dialog.tsx'
import { itemDeskText } from './item-desk-text.ts'
import { badPack, readItemAdd, readItemChange, typedFromItem, withBaseUnit } from './item-form.ts'
import { PacksField } from './packs-field.tsx'
import { SelectField } from './select-field.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface ItemDialogProps {
  /** Nothing: a new item. */
  readonly row: ItemRow | undefined
  readonly onClose: () => void
  readonly onSaved: () => void
}

const FIELDS = ['name', 'nameEn', 'gtin', 'category', 'baseUnit', 'unit', 'dates', 'packs']
const DATES = ['expiry', 'best-before', 'none'] as const

export function ItemDialog({ row, onClose, onSaved }: ItemDialogProps) {
  const text = useText(itemDeskText)
  const words = useText(itemText)
  const { requests } = useDesk()
  const sending = useSending(FIELDS)
  const [wrongPack, setWrongPack] = useState<number>()
  const [version, setVersion] = useState(row?.version ?? 0)
  const kept = useKept(`item:${row?.item.id ?? 'new'}`, typedFromItem(row?.item))
  const { typed, type, forget } = kept

  async function save() {
    const bad = badPack(typed)
    setWrongPack(bad)
    if (bad !== undefined) return
    const saved = await sending.send(() =>
      row
        ? requests.changeItem(row.item.id, readItemChange(typed, version))
        : requests.addItem(readItemAdd(typed)),
    )
    if (saved) {
      forget()
      onSaved()
      return
    }
    // Somebody was faster: the next press saves over what is the newest now, knowing so.
    if (row) {
      const newest = await requests.item(row.item.id)
      if (newest.ok) setVersion(newest.value.version)
    }
  }

  return (
    <FormDialog
      title={row ? text.editTitle(row.item.name) : text.newTitle}
      kept={kept}
      sending={sending}
      sentence={sending.isStale && row ? text.changedMeanwhile : undefined}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field
        label={text.name}
        value={typed.name}
        onChange={(name) => type({ name })}
        hint={text.nameHint}
        refusal={sending.field('name')}
        maxLength={200}
        required
      />
      <div className="columns">
        <Field
          label={text.gtin}
          value={typed.gtin}
          onChange={(gtin) => type({ gtin })}
          hint={text.gtinHint}
          refusal={sending.field('gtin')}
          inputMode="numeric"
          maxLength={20}
          autoComplete="off"
          disabled={row !== undefined}
        />
        <Field
          label={text.nameEn}
          value={typed.nameEn}
          onChange={(nameEn) => type({ nameEn })}
          hint={text.nameEnHint}
          refusal={sending.field('nameEn')}
          maxLength={200}
        />
      </div>
      <div className="columns">
        <SelectField
          label={text.category}
          value={typed.category}
          options={CATEGORIES.map((value) => ({ value, label: words.category[value] }))}
          onChange={(category) => type({ category })}
          refusal={sending.field('category')}
        />
        <SelectField
          label={text.dates}
          value={typed.dates}
          options={DATES.map((value) => ({ value, label: words.dates[value] }))}
          onChange={(dates) => type({ dates })}
          refusal={sending.field('dates')}
        />
      </div>
      <div className="columns">
        <SelectField
          label={text.baseUnit}
          value={typed.baseUnit}
          options={BASE_UNITS.map((value) => ({ value, label: words.baseUnit[value] }))}
          onChange={(baseUnit) => type(withBaseUnit(typed, baseUnit))}
          refusal={sending.field('baseUnit')}
        />
        <Field
          label={text.unit}
          value={typed.unit}
          onChange={(unit) => type({ unit })}
          hint={text.unitHint[typed.baseUnit]}
          refusal={sending.field('unit')}
          maxLength={40}
          required
        />
      </div>
      <PacksField
        packs={typed.packs}
        goodsUnit={typed.unit}
        onChange={(packs) => {
          setWrongPack(undefined)
          type({ packs })
        }}
        wrong={wrongPack}
        refusal={sending.field('packs')}
      />
    </FormDialog>
  )
}

import { useId, useState } from 'react'
import { fold, matchesFolded } from '#shared/i18n/fold'
import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { baseUnitOf, needOfItem, type NeedDraft } from './need-form.ts'
import { useAnswer } from './use-answer.tsx'

export interface NeedsFieldProps {
  readonly needs: readonly NeedDraft[]
  readonly onChange: (needs: readonly NeedDraft[]) => void
  /** The need whose quantity can't be read. */
  readonly wrong: number | undefined
  readonly refusal: string | undefined
}

/** What a case file asks for: items or whole categories, found by typing, each with a quantity. */
export function NeedsField({ needs, onChange, wrong, refusal }: NeedsFieldProps) {
  const text = useText(caseFileDeskText)
  const frame = useText(deskText)
  const change = (at: number, part: Partial<NeedDraft>) =>
    onChange(needs.map((need, i) => (i === at ? { ...need, ...part } : need)))

  return (
    <fieldset className="repeated">
      <legend>{text.needs}</legend>
      {needs.map((need, i) => (
        <div key={need.itemId ?? need.category ?? i} className="repeat need">
          <strong>{need.name}</strong>
          <Field
            label={text.needQuantity}
            value={need.quantity}
            onChange={(quantity) => change(i, { quantity })}
            refusal={wrong === i ? text.needNumber : undefined}
            inputMode="decimal"
            maxLength={15}
            required
          />
          <Field
            label={text.needUnit}
            value={need.unit}
            onChange={(unit) => change(i, { unit, baseUnit: baseUnitOf(unit) })}
            maxLength={40}
            disabled={need.itemId !== undefined}
            required
          />
          <Button
            kind="quiet"
            aria-label={text.needRemove(need.name)}
            onClick={() => onChange(needs.filter((_, at) => at !== i))}
          >
            {frame.remove}
          </Button>
        </div>
      ))}
      <FormRefusal sentence={refusal} />
      <NeedFinder
        onFound={(found) => {
          const isThere = needs.some(
            ({ itemId, category }) => itemId === found.itemId && category === found.category,
          )
          if (!isThere) onChange([...needs, found])
        }}
      />
    </fieldset>
  )
}

const ITEMS_MAX = 6

function NeedFinder({ onFound }: { readonly onFound: (need: NeedDraft) => void }) {
  const text = useText(caseFileDeskText)
  const words = useText(itemText).category
  const { requests } = useDesk()
  const id = useId()
  const [typed, setTyped] = useState('')
  const query = fold(typed)
  const items = useAnswer(`need ${typed}`, async (signal) =>
    query.length < 2
      ? { ok: true, value: { rows: [], total: 0, page: 1, limit: ITEMS_MAX } }
      : requests.items({ q: typed, limit: ITEMS_MAX }, signal),
  )
  const categories = CATEGORIES.filter((category) =>
    query === '' ? false : matchesFolded(fold(words[category]), query),
  )

  function take(need: NeedDraft) {
    onFound(need)
    setTyped('')
    document.getElementById(id)?.querySelector('input')?.focus()
  }
  return (
    <div id={id} className="need-finder">
      <SearchField label={text.needFind} value={typed} onChange={setTyped} />
      <div className="chips">
        {categories.map((category) => (
          <Button
            key={category}
            className="chip"
            onClick={() =>
              take({ category, name: words[category], baseUnit: 'piece', unit: 'cái', quantity: '' })
            }
          >
            {words[category]} <small>{text.needCategory}</small>
          </Button>
        ))}
        {(items.value?.rows ?? []).map(({ item }) => (
          <Button key={item.id} className="chip" onClick={() => take(needOfItem(item))}>
            {item.name} <small>{item.unit}</small>
          </Button>
        ))}
      </div>
    </div>
  )
}

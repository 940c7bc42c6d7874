import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { itemDeskText } from './item-desk-text.ts'
import { EMPTY_PACK, type PackTyped } from './item-form.ts'

export interface PacksFieldProps {
  readonly packs: readonly PackTyped[]
  /** What people call the goods: kg. */
  readonly goodsUnit: string
  readonly onChange: (packs: readonly PackTyped[]) => void
  /** The pack whose quantity can't be read. */
  readonly wrong: number | undefined
  readonly refusal: string | undefined
}

export function PacksField({ packs, goodsUnit, onChange, wrong, refusal }: PacksFieldProps) {
  const text = useText(itemDeskText)
  const frame = useText(deskText)
  const change = (at: number, part: Partial<PackTyped>) =>
    onChange(packs.map((pack, i) => (i === at ? { ...pack, ...part } : pack)))

  return (
    <fieldset className="repeated">
      <legend>{text.packs}</legend>
      <p className="hint">{text.packsHint}</p>
      {packs.map((pack, i) => (
        // A pack has no id of its own; its place in the list is what people see.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="repeat">
          <Field
            label={text.packUnit}
            value={pack.unit}
            onChange={(unit) => change(i, { unit })}
            maxLength={40}
            required
          />
          <Field
            label={text.packQuantity(goodsUnit)}
            value={pack.quantity}
            onChange={(quantity) => change(i, { quantity })}
            refusal={wrong === i ? text.packNumber : undefined}
            inputMode="numeric"
            maxLength={9}
            required
          />
          <Field
            label={text.packGtin}
            value={pack.gtin}
            onChange={(gtin) => change(i, { gtin })}
            inputMode="numeric"
            maxLength={14}
          />
          <Button
            kind="quiet"
            aria-label={text.packRemove(pack.unit)}
            onClick={() => onChange(packs.filter((_, at) => at !== i))}
          >
            {frame.remove}
          </Button>
        </div>
      ))}
      <FormRefusal sentence={refusal} />
      <Button icon="plus" onClick={() => onChange([...packs, EMPTY_PACK])}>
        {text.packAdd}
      </Button>
    </fieldset>
  )
}

import { CASE_CATEGORIES, SUB_CATEGORIES, type SubCategory } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatNeed } from '#shared/case-file/need'
import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import type { NeedTyped } from '../draft/draft.ts'
import { useItems } from '../item/use-items.tsx'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { USUAL_UNITS } from './survey-input.ts'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

/** Why help is needed, for how many people, and what: open to everyone who works with the case file. */
export function SituationStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const words = useText(caseFileText)
  const { shown, tell } = survey
  const { category, subCategory, householdSize = '' } = shown.about
  const parts: readonly SubCategory[] = category ? SUB_CATEGORIES[category] : []
  return (
    <>
      <Choices
        label={text.category}
        options={CASE_CATEGORIES.map((value) => ({ value, label: words.category[value] }))}
        value={category}
        onChange={(value) => void tell({ category: value, subCategory: undefined })}
      />
      {parts.length > 0 && (
        <Choices
          label={text.subCategory}
          options={parts.map((value) => ({ value, label: words.subCategory[value] }))}
          value={subCategory}
          onChange={(value) => void tell({ subCategory: value })}
        />
      )}
      <Field
        label={text.size}
        value={householdSize}
        onChange={(size) => void tell({ householdSize: size })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
      />
      <NeedsTyped survey={survey} />
    </>
  )
}

function NeedsTyped({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const words = useText(itemText).category
  const { shown, tell } = survey
  const { needs, itemNeeds } = shown.about
  const { language } = useLanguage()
  const items = useItems(itemNeeds.flatMap(({ itemId }) => itemId ?? []))
  const change = (at: number, part: Partial<NeedTyped>) =>
    void tell({ needs: needs.map((need, i) => (i === at ? { ...need, ...part } : need)) })
  const asked = new Set(needs.map(({ category }) => category))
  return (
    <fieldset className="survey-needs">
      <legend>{text.needs}</legend>
      <p className="quiet">{text.needsHint}</p>
      {itemNeeds.map((need, i) => {
        const name = (need.itemId && items.get(need.itemId)?.name) ?? ''
        return (
          <div key={need.itemId} className="survey-need">
            <strong>
              {name} {formatNeed(need, language)}
            </strong>
            <Button
              kind="quiet"
              icon="remove"
              onClick={() => void tell({ itemNeeds: itemNeeds.filter((_, at) => at !== i) })}
            >
              {text.removeNeed(name)}
            </Button>
          </div>
        )
      })}
      {needs.map(({ category, quantity, unit }, i) => (
        // A case file may ask twice for goods of one kind, in two units.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${category} ${i}`} className="survey-need">
          <strong>{words[category]}</strong>
          <Field
            label={text.quantity}
            value={quantity}
            onChange={(value) => change(i, { quantity: value })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
          />
          <Field
            label={text.unit}
            value={unit}
            onChange={(value) => change(i, { unit: value })}
            autoComplete="off"
            maxLength={40}
          />
          <Button
            kind="quiet"
            icon="remove"
            onClick={() => void tell({ needs: needs.filter((_, at) => at !== i) })}
          >
            {text.removeNeed(words[category])}
          </Button>
        </div>
      ))}
      <div className="survey-goods">
        {CATEGORIES.filter((category) => !asked.has(category)).map((category) => (
          <Button
            key={category}
            icon="plus"
            onClick={() =>
              void tell({
                needs: [...needs, { category, quantity: '', unit: USUAL_UNITS[category] ?? 'cái' }],
              })
            }
          >
            {words[category]}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

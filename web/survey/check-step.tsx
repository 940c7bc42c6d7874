import { caseFileText } from '#shared/case-file/case-file-text'
import { formatNeed } from '#shared/case-file/need'
import { formatNumber } from '#shared/i18n/numbers'
import { itemText } from '#shared/item/item-text'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useItems } from '../item/use-items.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

/** All of it once more before it is sealed for good. */
export function CheckStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const words = useText(caseFileText)
  const goods = useText(itemText).category
  const placeOf = usePlaceNames()
  const { language } = useLanguage()
  const { shown, personal } = survey
  const {
    category,
    subCategory,
    communeCode = '',
    provinceCode = '',
    householdSize = '',
    needs,
    itemNeeds,
  } = shown.about
  const items = useItems(itemNeeds.flatMap(({ itemId }) => itemId ?? []))
  const wanted = [
    ...itemNeeds.map(
      (need) => `${(need.itemId && items.get(need.itemId)?.name) ?? ''} ${formatNeed(need, language)}`,
    ),
    ...needs.map((need) => `${goods[need.category]} ${need.quantity} ${need.unit}`),
  ]
  const names = (personal?.persons ?? []).map(({ name }) => name).filter(Boolean)
  const pictures = shown.pictures.length
  return (
    <>
      <p>{text.checkWhat}</p>
      <Facts>
        <Fact label={text.step.household}>{names.join(', ')}</Fact>
        <Fact label={text.step.place}>
          {[personal?.address, placeOf({ communeCode, provinceCode })].filter(Boolean).join(', ')}
        </Fact>
        <Fact label={text.category}>
          {[category && words.category[category], subCategory && words.subCategory[subCategory]]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
        <Fact label={text.size}>{text.people(householdSize)}</Fact>
        <Fact label={text.needs}>{wanted.join(', ') || '–'}</Fact>
        <Fact label={text.step.pictures}>
          {pictures === 0 ? text.noPicture : text.picturesCount(formatNumber(pictures, language))}
        </Fact>
      </Facts>
    </>
  )
}

import type { Need } from '#shared/case-file/case-file'
import { formatQuantity } from '#shared/item/quantity'
import { useLanguage, useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { baseUnitOf } from './need-form.ts'
import { useNeedNames } from './use-need-names.tsx'

export function CaseFileNeeds({ needs }: { readonly needs: readonly Need[] }) {
  const text = useText(caseFileDeskText)
  const { language } = useLanguage()
  const { nameOf, itemOf } = useNeedNames(needs)
  if (needs.length === 0) return <span className="quiet">{text.noNeeds}</span>
  return (
    <ul>
      {needs.map((need) => (
        <li key={`${need.itemId ?? ''} ${need.category ?? ''} ${need.unit}`}>
          {nameOf(need)}:{' '}
          <strong className="figures">
            {formatQuantity(
              need.quantity,
              { baseUnit: itemOf(need)?.baseUnit ?? baseUnitOf(need.unit), unit: need.unit },
              language,
            )}
          </strong>
        </li>
      ))}
    </ul>
  )
}

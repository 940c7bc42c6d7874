import { CASE_CATEGORIES, SUB_CATEGORIES, type SubCategory } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { withCategory, type CaseFileTyped } from './case-file-form.ts'
import { deskText } from './desk-text.ts'
import { NeedsField } from './needs-field.tsx'
import { OldPlaceField } from './old-place-field.tsx'
import { SelectField } from './select-field.tsx'
import { usePlaces } from './use-places.tsx'
import type { Sending } from './use-sending.tsx'

/** The fields whose refusals stand beside them. */
export const CASE_FILE_FIELDS = [
  'code',
  'category',
  'subCategory',
  'provinceCode',
  'communeCode',
  'householdSize',
  'needs',
  'person',
]

export interface CaseFileFieldsProps {
  readonly typed: CaseFileTyped
  readonly type: (change: Partial<CaseFileTyped>) => void
  readonly sending: Sending
  /** The code is given once. */
  readonly isNew: boolean
  /** It is given by the server. */
  readonly withoutCode?: true
  readonly mayPerson: boolean
  readonly wrongNeed: number | undefined
}

/** The form about a case file, the same for a new one and a change. */
export function CaseFileFields({
  typed,
  type,
  sending,
  isNew,
  withoutCode,
  mayPerson,
  wrongNeed,
}: CaseFileFieldsProps) {
  const text = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const frame = useText(deskText)
  const { answer } = usePlaces()
  const provinces = answer.value?.provinces ?? []
  const communes = provinces.find(({ code }) => code === typed.provinceCode)?.communes ?? []
  const subCategories: readonly SubCategory[] = SUB_CATEGORIES[typed.category]

  return (
    <>
      <div className="columns">
        {!withoutCode && (
          <Field
            label={text.code}
            value={typed.code}
            onChange={(code) => type({ code })}
            {...(isNew && { hint: text.codeHint })}
            refusal={sending.field('code')}
            maxLength={40}
            autoComplete="off"
            disabled={!isNew}
            required
          />
        )}
        <Field
          label={text.householdSize}
          value={typed.householdSize}
          onChange={(householdSize) => type({ householdSize })}
          refusal={sending.field('householdSize')}
          inputMode="numeric"
          maxLength={7}
          required
        />
      </div>
      <div className="columns">
        <SelectField
          label={text.category}
          value={typed.category}
          options={CASE_CATEGORIES.map((value) => ({ value, label: words.category[value] }))}
          onChange={(category) => type(withCategory(typed, category))}
          refusal={sending.field('category')}
        />
        {subCategories.length > 0 && (
          <SelectField
            label={text.subCategory}
            value={typed.subCategory}
            options={[
              { value: '' as const, label: text.noSubCategory },
              ...subCategories.map((value) => ({ value, label: words.subCategory[value] })),
            ]}
            onChange={(subCategory) => type({ subCategory })}
            refusal={sending.field('subCategory')}
          />
        )}
      </div>
      <div className="columns">
        <SelectField
          label={text.province}
          value={typed.provinceCode}
          options={[
            { value: '', label: answer.loading ? frame.loading : frame.chooseHint },
            ...provinces.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(provinceCode) => type({ provinceCode, communeCode: '' })}
          refusal={sending.field('provinceCode')}
        />
        <SelectField
          label={text.commune}
          value={typed.communeCode}
          options={[
            { value: '', label: typed.provinceCode === '' ? text.communeFirst : frame.chooseHint },
            ...communes.map(([code, name]) => ({ value: code, label: name })),
          ]}
          onChange={(communeCode) => type({ communeCode })}
          disabled={typed.provinceCode === ''}
          refusal={sending.field('communeCode')}
        />
      </div>
      <OldPlaceField onChoose={({ provinceCode, code }) => type({ provinceCode, communeCode: code })} />
      <NeedsField
        needs={typed.needs}
        onChange={(needs) => type({ needs })}
        wrong={wrongNeed}
        refusal={sending.field('needs')}
      />
      {mayPerson && (
        <fieldset className="private">
          <legend>{text.person}</legend>
          <p className="hint">{text.personHint}</p>
          <div className="columns">
            <Field
              label={text.personName}
              value={typed.name}
              onChange={(name) => type({ name })}
              refusal={sending.field('person.name')}
              maxLength={200}
              autoComplete="off"
            />
            <Field
              label={text.phone}
              value={typed.phone}
              onChange={(phone) => type({ phone })}
              refusal={sending.field('person.phone')}
              inputMode="tel"
              maxLength={40}
              autoComplete="off"
            />
          </div>
          <Field
            label={text.address}
            value={typed.address}
            onChange={(address) => type({ address })}
            refusal={sending.field('person.address')}
            maxLength={300}
            autoComplete="off"
          />
        </fieldset>
      )}
    </>
  )
}

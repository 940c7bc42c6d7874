import { useState, type KeyboardEvent } from 'react'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { communeName, readMeanings, type Meaning } from './case-file-search.ts'
import { deskText } from './desk-text.ts'
import { ListSearch } from './list-page.tsx'
import { usePlaces } from './use-places.tsx'

export interface CaseFileFiltersProps {
  readonly filters: Readonly<Record<string, string>>
  readonly onFilter: (change: Record<string, string>) => void
  readonly typed: string
  readonly onType: (typed: string) => void
}

const MEANINGS_MAX = 8

/** One field for everything: a code filters at once; a place, a group or a tick is offered beside and becomes a condition. */
export function CaseFileFilters({ filters, onFilter, typed, onType }: CaseFileFiltersProps) {
  const text = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { answer, index } = usePlaces()
  const [emptied, setEmptied] = useState(0)
  const meanings = readMeanings(typed, index, language, MEANINGS_MAX)

  function take(meaning: Meaning) {
    onType('')
    setEmptied((before) => before + 1)
    onFilter({ q: '', ...conditionOf(meaning) })
  }
  /** A code has a digit: without one Enter takes the first meaning. */
  function onKeyDown(event: KeyboardEvent) {
    const [first] = meanings
    if (event.key !== 'Enter' || /\d/.test(typed) || !first) return
    if (!(event.target instanceof HTMLInputElement)) return
    event.stopPropagation()
    take(first)
  }

  const category = CASE_CATEGORIES.find((one) => one === filters['category'])
  const province = answer.value?.provinces.find(({ code }) => code === filters['province'])
  const conditions = [
    { name: 'category', shown: category && words.category[category] },
    { name: 'province', shown: filters['province'] && (province?.name ?? filters['province']) },
    {
      name: 'commune',
      shown: filters['commune'] && (communeName(answer.value, filters['commune']) ?? filters['commune']),
    },
  ]

  return (
    // The key belongs to the field inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="smart-search" onKeyDownCapture={onKeyDown}>
      <ListSearch
        label={text.searchHint}
        value={filters['q'] ?? ''}
        onChange={(q) => onFilter({ q })}
        onType={onType}
        emptied={emptied}
      />
      <p className="hint keys">{frame.searchKeys}</p>
      <div className="chips">
        {conditions.map(
          ({ name, shown }) =>
            shown !== undefined &&
            shown !== '' && (
              <Button
                key={name}
                className="chip on"
                icon="close"
                aria-label={text.dropFilter(shown)}
                onClick={() => onFilter({ [name]: '' })}
              >
                {shown}
              </Button>
            ),
        )}
      </div>
      {meanings.length > 0 && (
        <div className="chips">
          <span className="quiet">{text.meanings}</span>
          {meanings.map((meaning) => (
            <Button
              key={`${meaning.kind} ${labelOf(meaning)}`}
              className="chip"
              onClick={() => take(meaning)}
            >
              {labelOf(meaning)} <small>{text.meaningKind[meaning.kind]}</small>
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function conditionOf(meaning: Meaning): Record<string, string> {
  switch (meaning.kind) {
    case 'commune':
      return { commune: meaning.code, province: '' }
    case 'province':
      return { province: meaning.code, commune: '' }
    case 'category':
      return { category: meaning.category }
    case 'tick':
      return { tick: meaning.tick }
  }
}

function labelOf(meaning: Meaning): string {
  return meaning.kind === 'commune' ? `${meaning.name}, ${meaning.provinceName}` : meaning.name
}

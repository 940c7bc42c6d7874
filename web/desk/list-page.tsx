import { useEffect, useState, type KeyboardEvent } from 'react'
import { useSearchParams } from 'wouter'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { deskText } from './desk-text.ts'

/** Filters stand in the address, so that a list can be linked to and "back" leads to the same list. Never personal data. */
export function useFilters(): readonly [
  Readonly<Record<string, string>>,
  (change: Record<string, string>) => void,
] {
  const [params, setParams] = useSearchParams()
  function change(changes: Record<string, string>) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (!('page' in changes)) next.delete('page')
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  }
  return [Object.fromEntries(params), change]
}

/** Waits for a pause in the typing, so that not every letter asks the server. */
const PAUSE_MS = 200

export interface ListSearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Each letter at once, for what is worked out on the spot. */
  readonly onType?: (value: string) => void
  /** Another number empties the field, although `value` may not have changed. */
  readonly emptied?: number
}

/** The search field of a list: `/` comes here, Escape clears it, the down arrow goes to the rows. */
export function ListSearch({ label, value, onChange, onType, emptied = 0 }: ListSearchProps) {
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState({ value, emptied })
  if (value !== before.value || emptied !== before.emptied) {
    setBefore({ value, emptied })
    setTyped(emptied === before.emptied ? value : '')
  }
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => onChange(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  })

  function type(next: string) {
    setTyped(next)
    onType?.(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') type('')
    if (event.key === 'Enter') onChange(typed)
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.desk main [data-row-open]')?.focus()
    }
  }
  return (
    // The keys belong to the field inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="list-search" onKeyDown={onKeyDown}>
      <SearchField label={label} value={typed} onChange={type} />
    </div>
  )
}

export interface PagerProps {
  readonly page: number
  readonly limit: number
  readonly total: number
  readonly onPage: (page: number) => void
}

export function Pager({ page, limit, total, onPage }: PagerProps) {
  const text = useText(deskText)
  const { language } = useLanguage()
  const pages = Math.max(1, Math.ceil(total / limit))
  const say = (value: number) => formatNumber(value, language)
  return (
    <div className="pager">
      <span className="quiet figures">{text.rows(say(total))}</span>
      {pages > 1 && (
        <nav aria-label={text.page(say(page), say(pages))}>
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {text.before}
          </Button>
          <span className="figures">{text.page(say(page), say(pages))}</span>
          <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {text.after}
          </Button>
        </nav>
      )}
    </div>
  )
}

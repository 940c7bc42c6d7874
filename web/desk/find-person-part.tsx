import { useState } from 'react'
import type { PersonExtract, PersonHit, PersonHits } from '#shared/desk/desk-data-request-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { FormRefusal } from './form-parts.tsx'
import { householdText } from './household-text.ts'
import { personalDataText } from './personal-data-text.ts'
import { useSending } from './use-sending.tsx'

export interface FindPersonPartProps {
  readonly requestId: string
  readonly onFound: (extract: PersonExtract) => void
  /** Something was done for the request. */
  readonly onTaken: () => void
}

/** What is typed here stands in no address and is kept nowhere. */
export function FindPersonPart({ requestId, onFound, onTaken }: FindPersonPartProps) {
  const text = useText(personalDataText)
  const { requests } = useDesk()
  const sending = useSending()
  const [typed, setTyped] = useState({ name: '', phone: '', idNumber: '' })
  const [found, setFound] = useState<PersonHits>()
  const isEmpty = Object.values(typed).every((it) => it.trim() === '')

  async function find() {
    setFound(await sending.send(() => requests.findPersons(requestId, typed)))
    onTaken()
  }
  async function show({ caseFileId }: PersonHit) {
    const extract = await sending.send(() => requests.showPerson(requestId, caseFileId))
    if (!extract) return
    onFound(extract)
    onTaken()
  }
  return (
    <section className="card private no-print" aria-labelledby="find-title">
      <h2 id="find-title">{text.find}</h2>
      <p className="hint">{text.findHint}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <Field
          label={text.name}
          value={typed.name}
          onChange={(name) => setTyped({ ...typed, name })}
          maxLength={200}
          autoComplete="off"
        />
        <div className="columns">
          <Field
            label={text.phone}
            value={typed.phone}
            onChange={(phone) => setTyped({ ...typed, phone })}
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
          />
          <Field
            label={text.idNumber}
            value={typed.idNumber}
            onChange={(idNumber) => setTyped({ ...typed, idNumber })}
            inputMode="numeric"
            maxLength={40}
            autoComplete="off"
          />
        </div>
        <FormRefusal sentence={sending.sentence} />
        <div className="buttons">
          <Button type="submit" kind="primary" icon="search" disabled={sending.busy || isEmpty}>
            {sending.busy ? text.finding : text.findNow}
          </Button>
        </div>
      </form>
      {found && <Hits found={found} onShow={(hit) => void show(hit)} />}
    </section>
  )
}

function Hits({
  found: { hits, unmarked, more },
  onShow,
}: {
  readonly found: PersonHits
  readonly onShow: (hit: PersonHit) => void
}) {
  const text = useText(personalDataText)
  const words = useText(householdText)
  const { language } = useLanguage()
  const nameOf = ({ name, birthYear }: PersonHit['persons'][number]) =>
    [name || words.noName, birthYear !== undefined && words.bornIn(String(birthYear))]
      .filter(Boolean)
      .join(', ')
  return (
    <>
      {hits.length === 0 ? (
        <p>{text.noHits}</p>
      ) : (
        <DeskTable
          label={text.find}
          rows={hits}
          keyOf={({ caseFileId }) => caseFileId}
          onOpen={onShow}
          columns={[
            {
              key: 'persons',
              title: text.name,
              renderCell: ({ persons }) => persons.map(nameOf).join('; ') || words.none,
            },
            { key: 'code', title: text.caseFile, renderCell: ({ code, caseFileId }) => code ?? caseFileId },
            { key: 'place', title: words.address, renderCell: ({ placeName }) => placeName },
          ]}
        />
      )}
      {more && <Notice>{text.moreHits}</Notice>}
      {unmarked > 0 && <Notice tone="yellow">{text.unmarked(formatNumber(unmarked, language))}</Notice>}
    </>
  )
}

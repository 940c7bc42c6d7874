import { useState } from 'react'
import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { sentenceForRefusal } from './desk-refusal.ts'
import { DeskTable } from './desk-table.tsx'
import { readShelfCodes } from './shelf-codes.ts'
import { useAnswer } from './use-answer.tsx'
import { useKept } from './use-kept.tsx'
import { warehouseText } from './warehouse-text.ts'

export interface ShelvesPartProps {
  readonly warehouse: WarehouseRow
  readonly mayChange: boolean
  readonly onChanged: () => void
}

/** The shelves of one warehouse, and a field that makes many at once. */
export function ShelvesPart({ warehouse, mayChange, onChanged }: ShelvesPartProps) {
  const text = useText(warehouseText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const answer = useAnswer(warehouse.id, (signal) => requests.shelves(warehouse.id, signal))

  return (
    <section aria-labelledby="shelves-title">
      <div className="section-head">
        <h2 id="shelves-title">{text.shelvesOf(warehouse.name)}</h2>
        {(answer.value?.shelves.length ?? 0) > 0 && (
          <LinkButton href={`/warehouses/${encodeURIComponent(warehouse.id)}/labels`} icon="print">
            {text.print}
          </LinkButton>
        )}
      </div>
      {mayChange && (
        <AddShelves
          warehouseId={warehouse.id}
          onAdded={() => {
            answer.reload()
            onChanged()
          }}
        />
      )}
      <AnswerView answer={answer}>
        {({ shelves }) =>
          shelves.length === 0 ? (
            <EmptyState icon="boxes" title={text.noShelves}>
              <p>{text.noShelvesHint}</p>
            </EmptyState>
          ) : (
            <>
              <p className="quiet figures">{text.count(formatNumber(shelves.length, language))}</p>
              <DeskTable
                label={text.shelvesOf(warehouse.name)}
                rows={shelves}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'code', title: text.shelfCode, tight: true, renderCell: ({ code }) => code },
                  { key: 'name', title: text.shelfName, renderCell: ({ name }) => name },
                  { key: 'label', title: text.label, numeric: true, renderCell: ({ label }) => label },
                ]}
              />
            </>
          )
        }
      </AnswerView>
    </section>
  )
}

interface AddShelvesProps {
  readonly warehouseId: WarehouseRow['id']
  readonly onAdded: () => void
}

/** What could not be made stays in the field, each with its reason; what was made leaves it. */
function AddShelves({ warehouseId, onAdded }: AddShelvesProps) {
  const text = useText(warehouseText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const { typed, type } = useKept(`shelves:${warehouseId}`, { codes: '' })
  const [progress, setProgress] = useState<number>()
  const [added, setAdded] = useState(0)
  const [refused, setRefused] = useState<readonly string[]>([])
  const codes = readShelfCodes(typed.codes)
  const count = (value: number) => formatNumber(value, language)

  async function add() {
    if (codes.length === 0 || progress !== undefined) return
    const left: string[] = []
    const reasons: string[] = []
    for (const [i, code] of codes.entries()) {
      setProgress(i)
      const shelf = await requests.addShelf({ warehouseId, code })
      if (shelf.ok) continue
      left.push(code)
      const { error } = shelf
      const sentence = error.kind === 'invalid' ? error.fields[0]!.message : sentenceForRefusal(error)
      reasons.push(text.notAdded(code, sentence[language]))
      if (error.kind === 'offline' || error.kind === 'signed-out') {
        left.push(...codes.slice(i + 1))
        break
      }
    }
    setProgress(undefined)
    setAdded(codes.length - left.length)
    setRefused(reasons)
    type({ codes: left.join(', ') })
    onAdded()
  }

  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={text.addShelves}
        value={typed.codes}
        onChange={(next) => type({ codes: next })}
        hint={
          codes.length > 1
            ? text.willAdd(
                count(codes.length),
                `${codes.slice(0, 12).join(', ')}${codes.length > 12 ? '…' : ''}`,
              )
            : text.manyHint
        }
        refusal={refused.length > 0 ? refused.join(' ') : undefined}
      />
      <Button type="submit" kind="primary" disabled={codes.length === 0 || progress !== undefined}>
        {progress === undefined
          ? codes.length > 1
            ? text.addCount(count(codes.length))
            : text.addShelves
          : text.adding(count(progress), count(codes.length))}
      </Button>
      {added > 0 && progress === undefined && (
        <Notice tone="green">
          <p>{text.added(count(added))}</p>
        </Notice>
      )}
    </form>
  )
}

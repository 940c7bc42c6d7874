import { useState } from 'react'
import type { ImportAnswer, ImportKind } from '#shared/desk/desk-import-wire'
import { BadLinesSchema, IMPORT_KINDS } from '#shared/desk/desk-import-wire'
import { formatNumber } from '#shared/i18n/numbers'
import * as v from 'valibot'
import { Button, LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { deskText } from './desk-text.ts'
import type { DeskRefusal } from './desk-refusal.ts'
import { FormRefusal } from './form-parts.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportSource, type Source } from './import-source.tsx'
import { importText } from './import-text.ts'
import { useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { useSending } from './use-sending.tsx'

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'previewing'; readonly source: Source; readonly preview: ImportAnswer }
  | { readonly kind: 'done'; readonly answer: ImportAnswer; readonly skipped: number }

const CHOOSING: Stage = { kind: 'choosing' }

/** A list comes in two steps: first it is checked and nothing is stored, then all of it is stored or none. */
export function ImportScreen() {
  const text = useText(importText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [filters, filter] = useFilters()
  const [reached, setStage] = useState<Stage>(CHOOSING)
  const sending = useSending()
  // Who opens this part once more from the menu wants to import, not to read that it is done.
  const stage = reached.kind === 'done' && filters['done'] === undefined ? CHOOSING : reached
  const kind = IMPORT_KINDS.find((one) => one === filters['kind']) ?? 'items'
  const count = (value: number) => formatNumber(value, language)

  async function check(source: Source) {
    const preview = await sending.send(() => requests.importFile(kind, { ...source.body, commit: false }))
    if (preview) setStage({ kind: 'previewing', source, preview })
  }
  async function commit(source: Source, skipBad: boolean) {
    const answer = await sending.send(() =>
      requests.importFile(kind, { ...source.body, commit: true, skipBad }),
    )
    if (!answer) return
    setStage({ kind: 'done', answer, skipped: skipBad ? answer.counts.bad : 0 })
    filter({ done: '1' })
  }
  function startOver() {
    sending.clear()
    setStage(CHOOSING)
    filter({ done: '' })
  }

  if (!may(me.role, 'import')) {
    return (
      <EmptyState icon="lock" title={frame.notAllowed}>
        <p>{frame.notAllowedHint}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <PageHead title={text.title} />
      {stage.kind !== 'done' && (
        <div className="filters">
          <Segments<ImportKind>
            label={text.kindLabel}
            options={IMPORT_KINDS.map((value) => ({ value, label: text.kind[value] }))}
            value={kind}
            onChange={(next) => {
              startOver()
              filter({ kind: next, done: '' })
            }}
          />
          <div className="template">
            <a className="button plain" href={`/api/desk/imports/${kind}/template`} download>
              <Icon name="download" />
              <span>{text.template}</span>
            </a>
            <span className="quiet">{text.templateHint}</span>
          </div>
        </div>
      )}
      {stage.kind === 'choosing' && (
        <ImportSource key={kind} kind={kind} busy={sending.busy} onCheck={(source) => void check(source)} />
      )}
      <FormRefusal sentence={sending.sentence} />
      {stage.kind === 'previewing' && (
        <ImportPreview
          source={stage.source}
          preview={previewFrom(sending.refusal) ?? stage.preview}
          busy={sending.busy}
          onCommit={(skipBad) => void commit(stage.source, skipBad)}
          onStartOver={startOver}
        />
      )}
      {stage.kind === 'done' && (
        <>
          <Notice tone="green">
            <p>{text.committed(count(stage.answer.counts.new), count(stage.answer.counts.changed))}</p>
          </Notice>
          {stage.skipped > 0 && (
            <Notice tone="yellow">
              <p>{text.skipped(count(stage.skipped))}</p>
            </Notice>
          )}
          <div className="buttons">
            <LinkButton href={kind === 'items' ? '/items' : '/case-files'} kind="primary">
              {text.see}
            </LinkButton>
            <Button onClick={startOver}>{text.again}</Button>
          </div>
        </>
      )}
    </>
  )
}

/** A commit that met new bad lines answers with what it found. */
function previewFrom(refusal: DeskRefusal | undefined): ImportAnswer | undefined {
  if (refusal?.kind !== 'refused') return undefined
  const read = v.safeParse(BadLinesSchema, {
    kind: refusal.reason,
    message: refusal.message,
    ...refusal.detail,
  })
  return read.success ? read.output.preview : undefined
}

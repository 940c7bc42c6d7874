import { useMemo, useState } from 'react'
import type { ImportAnswer } from '#shared/desk/desk-import-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { ImportLines } from './import-lines.tsx'
import { readSheet } from './import-rows.ts'
import type { Source } from './import-source.tsx'
import { importText } from './import-text.ts'

export interface ImportPreviewProps {
  readonly source: Source
  readonly preview: ImportAnswer
  readonly busy: boolean
  readonly onCommit: (skipBad: boolean) => void
  readonly onStartOver: () => void
}

/** What would happen, line by line; committing with bad lines asks once more and says what is left out. */
export function ImportPreview({ source, preview, busy, onCommit, onStartOver }: ImportPreviewProps) {
  const text = useText(importText)
  const { language } = useLanguage()
  const { counts, badLines, ignoredColumns, assumed } = preview
  const [view, setView] = useState<'bad' | 'all'>(counts.bad > 0 ? 'bad' : 'all')
  const [asking, setAsking] = useState(false)
  const sheet = useMemo(() => readSheet(source.text, badLines), [source.text, badLines])
  const rows = view === 'bad' ? sheet.rows.filter(({ bad }) => bad.length > 0) : sheet.rows
  const good = counts.new + counts.changed
  const count = (value: number) => formatNumber(value, language)

  return (
    <section className="preview" aria-label={source.name ?? text.fromPaste}>
      <p>{source.name === undefined ? text.fromPaste : text.fromFile(source.name)}</p>
      <dl className="counts">
        {(['new', 'changed', 'unchanged', 'bad'] as const).map((name) => (
          <div key={name} className={name === 'bad' && counts.bad > 0 ? 'red' : undefined}>
            <dt>{text.counts[name]}</dt>
            <dd className="figures">{count(counts[name])}</dd>
          </div>
        ))}
      </dl>
      <Notice tone={counts.bad > 0 ? 'red' : 'green'}>
        <p>{counts.bad > 0 ? text.someBad : good === 0 ? text.nothingNew : text.clean}</p>
      </Notice>
      {assumed.map(({ column, message }) => (
        <Notice key={column} tone="yellow">
          <p>{message[language]}</p>
        </Notice>
      ))}
      {ignoredColumns.length > 0 && (
        <Notice tone="yellow">
          <p>{text.ignored(ignoredColumns.join(', '))}</p>
        </Notice>
      )}
      <div className="buttons">
        {good > 0 && counts.bad === 0 && (
          <Button kind="primary" disabled={busy} onClick={() => onCommit(false)}>
            {busy ? text.committing : text.commit(count(good))}
          </Button>
        )}
        {good > 0 && counts.bad > 0 && (
          <Button disabled={busy} onClick={() => setAsking(true)}>
            {busy ? text.committing : text.commitSkipping(count(good), count(counts.bad))}
          </Button>
        )}
        <Button kind={counts.bad > 0 ? 'primary' : 'plain'} disabled={busy} onClick={onStartOver}>
          {text.change}
        </Button>
      </div>
      {counts.bad > 0 && (
        <Segments
          label={text.view}
          options={[
            { value: 'bad', label: text.onlyBad(count(counts.bad)) },
            { value: 'all', label: text.everything(count(sheet.rows.length)) },
          ]}
          value={view}
          onChange={setView}
        />
      )}
      {view === 'bad' && badLines.length < counts.bad && (
        <p className="quiet">{text.moreBad(count(badLines.length))}</p>
      )}
      <ImportLines label={view === 'bad' ? text.badTitle : text.allTitle} header={sheet.header} rows={rows} />
      {asking && (
        <Dialog
          open
          title={text.skipTitle(count(counts.bad))}
          onClose={() => setAsking(false)}
          actions={
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false)
                onCommit(true)
              }}
            >
              {text.commitSkipping(count(good), count(counts.bad))}
            </Button>
          }
        >
          <p>{text.skipSays(count(good))}</p>
        </Dialog>
      )}
    </section>
  )
}

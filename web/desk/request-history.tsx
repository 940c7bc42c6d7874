import { lifeText } from '#shared/case-file/life-text'
import type { LifeEvent } from '#shared/desk/desk-request-wire'
import { useText } from '../ui/language.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { requestDeskText } from './request-desk-text.ts'

/** Who did what when, the newest first. */
export function RequestHistory({ events }: { readonly events: readonly LifeEvent[] }) {
  const text = useText(requestDeskText)
  const sources = useText(lifeText).source
  const sayBy = (by: string | null) => {
    if (by === null) return text.byItself
    return by === 'public' ? sources.public : by.replace(/^hook:/, '')
  }
  const kinds: Readonly<Record<string, string>> = useText(lifeText).event
  return (
    <section className="card" aria-labelledby="life-title">
      <h2 id="life-title">{text.history}</h2>
      <DeskTable
        label={text.history}
        rows={events.toReversed()}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: text.what,
            renderCell: ({ kind, words }) => [kinds[kind] ?? kind, words].filter(Boolean).join(': '),
          },
          { key: 'when', title: text.when, numeric: true, renderCell: ({ at }) => formatMoment(at) },
          { key: 'who', title: text.who, renderCell: ({ byName, by }) => byName ?? sayBy(by) },
        ]}
      />
    </section>
  )
}

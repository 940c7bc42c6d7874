import { useLocation } from 'wouter'
import { lifeText } from '#shared/case-file/life-text'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { FormRefusal } from './form-parts.tsx'
import type { RequestPartProps } from './request-check.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { useSending } from './use-sending.tsx'

/** All that came in about one case file, each with its own persons behind it; whatever was joined can be taken apart. */
export function RequestSources({ found, mayDecide, onDone }: RequestPartProps) {
  const text = useText(requestDeskText)
  const life = useText(lifeText)
  const { requests } = useDesk()
  const [, navigate] = useLocation()
  const sending = useSending()

  async function unmerge(mergeId: string) {
    const apart = await sending.send(() => requests.unmergeRequests(found.caseFileId, mergeId))
    if (apart) onDone(apart)
  }
  return (
    <section className="card" aria-labelledby="sources-title">
      <h2 id="sources-title">{text.fromTitle}</h2>
      <DeskTable
        label={text.fromTitle}
        rows={found.from}
        keyOf={({ caseFileId }) => caseFileId}
        onOpen={({ caseFileId }) => navigate(`/requests/${encodeURIComponent(caseFileId)}`)}
        columns={[
          { key: 'code', title: text.code, tight: true, renderCell: ({ code }) => code },
          {
            key: 'from',
            title: text.from,
            renderCell: ({ source, receivedAt }) => `${life.source[source]}, ${formatMoment(receivedAt)}`,
          },
          {
            key: 'how',
            title: text.what,
            renderCell: ({ merges }) =>
              merges.map(({ mergeId, intoCode, isAutomatic }) => (
                <div key={mergeId}>
                  → {intoCode}: {isAutomatic ? text.automatic : text.byPerson}
                  {mayDecide && (
                    <div className="buttons">
                      <Button icon="undo" disabled={sending.busy} onClick={() => void unmerge(mergeId)}>
                        {text.unmerge}
                      </Button>
                    </div>
                  )}
                </div>
              )),
          },
        ]}
      />
      <FormRefusal sentence={sending.sentence} />
    </section>
  )
}

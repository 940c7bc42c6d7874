import { useState } from 'react'
import { formatMoment } from '#shared/i18n/moments'
import { formatNumber } from '#shared/i18n/numbers'
import { useLive } from '../database/use-live.tsx'
import { readDeviceState } from '../device/device-state.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { useToast } from '../ui/toast.tsx'
import { UnsentParts } from '../part/unsent-parts.tsx'
import { describeFact } from './describe-fact.ts'
import { RefusedFact } from './refused-fact.tsx'
import { unsentText } from './unsent-text.ts'
import { readUnsentView } from './unsent-view-store.ts'

/** What this tablet still has to send, and what came back with a reason. */
export function UnsentScreen() {
  const text = useText(unsentText)
  const { language } = useLanguage()
  const { db, sync, now } = useTablet()
  const showToast = useToast()
  const view = useLive(() => readUnsentView(db), [db])
  const [sending, setSending] = useState(false)
  const count = view ? view.waitingCount + view.refused.length + view.parts.refused.length : 0

  async function send() {
    setSending(true)
    await sync.pushNow()
    const { unsent: left } = await readDeviceState(db)
    setSending(false)
    showToast(left === 0 ? text.sentAll : text.stillUnsent(formatNumber(left, language)))
  }

  return (
    <JobShell
      colour="brand"
      title={text.title}
      subtitle={view && count > 0 ? formatNumber(count, language) : undefined}
      footer={
        <Button
          kind="primary"
          icon="send"
          className="push end"
          disabled={sending || view?.waitingCount === 0}
          onClick={() => void send()}
        >
          {sending ? text.sending : text.sendNow}
        </Button>
      }
    >
      {view && (
        <div className="column">
          {view.refused.length > 0 && (
            <>
              <h2>{text.refused}</h2>
              <p>{text.refusedHint}</p>
              {view.refused.map((row) => (
                <RefusedFact key={row.id} row={row} names={view.names} />
              ))}
            </>
          )}
          {view.waiting.length > 0 && (
            <>
              <h2>{text.waiting}</h2>
              <p>{text.waitingHint}</p>
              <List label={text.waiting}>
                {view.waiting.map(({ id, deviceSeq, fact }) => {
                  const { title, detail } = describeFact(fact, view.names, language)
                  return (
                    <ListRow
                      key={id}
                      title={title}
                      detail={detail}
                      figureDetail={`${text.number(formatNumber(deviceSeq, language))} · ${formatMoment(fact.recordedAt, now())}`}
                    />
                  )
                })}
              </List>
            </>
          )}
          <UnsentParts {...view.parts} caseFileCodes={view.caseFileCodes} />
          {count === 0 && (
            <EmptyState icon="done" title={text.allSent}>
              <p>{text.allSentHint}</p>
            </EmptyState>
          )}
        </div>
      )}
    </JobShell>
  )
}

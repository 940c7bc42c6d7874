import { useState } from 'react'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { CompareRequests } from './compare-requests.tsx'
import { useDesk } from './desk-context.tsx'
import { FormRefusal } from './form-parts.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { useSending } from './use-sending.tsx'

export interface RequestPartProps {
  readonly found: RequestAnswer
  readonly mayDecide: boolean
  readonly onDone: (found: RequestAnswer) => void
}

/** Each doubt as a sentence; those about another case file can be laid beside it. */
export function RequestCheck({ found, mayDecide, onDone }: RequestPartProps) {
  const text = useText(requestDeskText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const sending = useSending()
  const [besideId, setBesideId] = useState<CaseFileId>()
  const others = [...new Set(found.doubtsNow.flatMap(({ caseFileIds }) => caseFileIds))]

  async function checkAgain() {
    const checked = await sending.send(() => requests.preCheckRequest(found.caseFileId))
    if (checked) onDone(checked)
  }
  return (
    <section className="card" aria-labelledby="check-title">
      <h2 id="check-title">{text.checkTitle}</h2>
      <p className="hint">{text.checkHint}</p>
      {found.doubtsNow.length === 0 ? (
        <p>{text.checkClean}</p>
      ) : (
        <ul className="doubts">
          {found.doubtsNow.map(({ kind, message }) => (
            <li key={kind}>{message[language]}</li>
          ))}
        </ul>
      )}
      <FormRefusal sentence={sending.sentence} />
      {mayDecide && (
        <div className="buttons">
          {others.map((id) => (
            <Button key={id} icon="search" aria-expanded={id === besideId} onClick={() => setBesideId(id)}>
              {text.compare(codeOf(found, id))}
            </Button>
          ))}
          <Button kind="quiet" icon="refresh" disabled={sending.busy} onClick={() => void checkAgain()}>
            {text.checkAgain}
          </Button>
        </div>
      )}
      {besideId !== undefined && (
        <CompareRequests
          key={besideId}
          found={found}
          otherId={besideId}
          onMerged={(merged) => {
            setBesideId(undefined)
            onDone(merged)
          }}
          onClose={() => setBesideId(undefined)}
        />
      )}
    </section>
  )
}

/** The codes stand in the sentences in the order of the ids. */
function codeOf({ doubtsNow }: RequestAnswer, id: CaseFileId): string {
  const doubt = doubtsNow.find(({ caseFileIds }) => caseFileIds.includes(id))
  return doubt?.codes[doubt.caseFileIds.indexOf(id)] ?? ''
}

import { useState } from 'react'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import { DATA_OUTCOMES } from '#shared/person/data-request'
import { dataRequestText } from '#shared/person/data-request-text'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { DueWords, StepWords } from './data-request-words.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { ExtractPart } from './extract-part.tsx'
import { FindPersonPart } from './find-person-part.tsx'
import { FormRefusal } from './form-parts.tsx'
import { personalDataText } from './personal-data-text.ts'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'

/** One request: the person is found, shown, corrected, handed out or erased, and the request closed. */
export function DataRequestScreen({ requestId }: { readonly requestId: string }) {
  const text = useText(personalDataText)
  const words = useText(dataRequestText)
  const { requests } = useDesk()
  const [extract, setExtract] = useState<PersonExtract>()
  const answer = useAnswer(requestId, (signal) => requests.dataRequest(requestId, signal))
  const request = answer.value

  return (
    <>
      <PageHead title={request ? text.requestTitle(words.asks[request.asks]) : '…'}>
        <LinkButton href="/personal-data" kind="quiet" icon="back">
          {text.back}
        </LinkButton>
      </PageHead>
      <AnswerView answer={answer}>
        {(found) => (
          <div className="case-file">
            <section className="card no-print">
              <Facts>
                <Fact label={text.due}>
                  <DueWords request={found} />
                </Fact>
                {found.requester !== null && <Fact label={text.requester}>{found.requester}</Fact>}
                <Fact label={text.steps}>
                  <StepWords request={found} />
                </Fact>
              </Facts>
            </section>
            {found.outcome === null ? (
              <>
                <FindPersonPart requestId={requestId} onFound={setExtract} onTaken={answer.reload} />
                {extract && (
                  <ExtractPart
                    key={extract.caseFileId}
                    requestId={requestId}
                    extract={extract}
                    onExtract={setExtract}
                    onTaken={answer.reload}
                  />
                )}
                <ClosePart
                  requestId={requestId}
                  onClosed={() => {
                    setExtract(undefined)
                    answer.reload()
                  }}
                />
              </>
            ) : (
              <Notice tone="green">{text.closed(words.outcome[found.outcome])}</Notice>
            )}
          </div>
        )}
      </AnswerView>
    </>
  )
}

function ClosePart({ requestId, onClosed }: { readonly requestId: string; readonly onClosed: () => void }) {
  const text = useText(personalDataText)
  const words = useText(dataRequestText)
  const { requests } = useDesk()
  const sending = useSending()
  const [outcome, setOutcome] = useState<(typeof DATA_OUTCOMES)[number]>('done')

  async function close() {
    if (await sending.send(() => requests.closeDataRequest(requestId, { outcome }))) onClosed()
  }
  return (
    <section className="card no-print" aria-labelledby="close-title">
      <h2 id="close-title">{text.close}</h2>
      <p className="hint">{text.closeSays}</p>
      <SelectField
        label={text.outcome}
        value={outcome}
        options={DATA_OUTCOMES.map((value) => ({ value, label: words.outcome[value] }))}
        onChange={setOutcome}
      />
      <FormRefusal sentence={sending.sentence} />
      <div className="buttons">
        <Button icon="check" disabled={sending.busy} onClick={() => void close()}>
          {text.close}
        </Button>
      </div>
    </section>
  )
}

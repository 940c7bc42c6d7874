import { useState } from 'react'
import { caseFileText } from '#shared/case-file/case-file-text'
import { lifeText } from '#shared/case-file/life-text'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { LinkButton } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CaseFileNeeds } from './case-file-needs.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { formatMoment } from './desk-time.ts'
import { may } from './may.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestCheck } from './request-check.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { RequestHistory } from './request-history.tsx'
import { RequestHousehold } from './request-household.tsx'
import { RequestSources } from './request-sources.tsx'
import { surveyDeskText } from './survey-desk-text.ts'
import { useAnswer } from './use-answer.tsx'

/** One case file of the queue: what it is about, what is doubtful, where it came from, and what is decided about it. */
export function RequestScreen({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(requestDeskText)
  const survey = useText(surveyDeskText)
  const { requests, me } = useDesk()
  const answer = useAnswer(caseFileId, (signal) => requests.request(caseFileId, signal))
  // What an action answers is newer than what was asked for first.
  const [newer, setNewer] = useState<RequestAnswer>()
  const shown = { ...answer, value: newer ?? answer.value }
  const isJoined = shown.value?.head != null
  const mayJoin = may(me.role, 'setTicks')
  const mayDecide = mayJoin && !isJoined
  return (
    <>
      <PageHead title={text.open(shown.value?.code ?? '…')}>
        <LinkButton href="/requests" kind="quiet" icon="back">
          {text.title}
        </LinkButton>
        {shown.value && mayDecide && (
          <LinkButton href={`/requests/${encodeURIComponent(caseFileId)}/survey`} icon="edit">
            {survey.open}
          </LinkButton>
        )}
        {shown.value && shown.value.tick !== null && (
          <LinkButton href={`/case-files/${encodeURIComponent(caseFileId)}`} icon="file">
            {text.caseFile}
          </LinkButton>
        )}
      </PageHead>
      <AnswerView answer={shown}>
        {(found) => (
          <div className="case-file">
            {found.head && (
              <div className="notice yellow">
                <p>{text.joinedInto(found.head.code)}</p>
                <LinkButton href={`/requests/${encodeURIComponent(found.head.caseFileId)}`} icon="next">
                  {text.openHead(found.head.code)}
                </LinkButton>
              </div>
            )}
            <KnownFacts found={found} />
            {found.household !== undefined && <RequestHousehold found={found} />}
            <RequestCheck found={found} mayDecide={mayDecide} onDone={setNewer} />
            {found.from.length > 1 && <RequestSources found={found} mayDecide={mayJoin} onDone={setNewer} />}
            {mayDecide && <RequestActions found={found} onDone={setNewer} />}
            <RequestHistory events={found.events} />
          </div>
        )}
      </AnswerView>
    </>
  )
}

function KnownFacts({ found }: { readonly found: RequestAnswer }) {
  const text = useText(requestDeskText)
  const labels = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const life = useText(lifeText)
  const { language } = useLanguage()
  const { body } = found
  return (
    <section className="card">
      <Facts>
        <Fact label={text.step}>
          <strong>{life.step[found.step]}</strong>, {formatMoment(found.since)}
        </Fact>
        <Fact label={text.from}>
          {life.source[found.source]}, {formatMoment(found.receivedAt)}
        </Fact>
        <Fact label={labels.category}>{words.category[body.category]}</Fact>
        <Fact label={labels.place}>
          {found.communeName}, {found.provinceName}
        </Fact>
        <Fact label={labels.householdSize}>
          <span className="figures">{formatNumber(body.householdSize, language)}</span>
        </Fact>
        <Fact label={labels.needs}>
          <CaseFileNeeds needs={body.needs} />
        </Fact>
        {found.trackCode !== undefined && (
          <Fact label={text.trackCode}>
            <strong className="figures">{found.trackCode}</strong>
          </Fact>
        )}
      </Facts>
    </section>
  )
}

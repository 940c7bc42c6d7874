import type { PublicationAnswer } from '#shared/desk/desk-publication-wire'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { may } from './may.ts'
import { PublicationForm } from './publication-form.tsx'
import { publicationText } from './publication-text.ts'
import { useAnswer } from './use-answer.tsx'

/** Whether everyone may see a case file, how many did, and for coordinators the words they read. `tickAt` asks anew. */
export function PublicationPart({
  caseFileId,
  tickAt,
}: {
  readonly caseFileId: string
  readonly tickAt: string
}) {
  const text = useText(publicationText)
  const { requests, me } = useDesk()
  const answer = useAnswer(`publication ${caseFileId} ${tickAt}`, (signal) =>
    requests.publication(caseFileId, signal),
  )
  return (
    <section className="card" aria-labelledby="publication-title">
      <h2 id="publication-title">{text.title}</h2>
      <p className="hint">{text.hint}</p>
      <AnswerView answer={answer}>
        {(found) => (
          <>
            <PublicationState found={found} />
            {may(me.role, 'publish') && (
              <PublicationForm
                key={`${found.words} ${found.wordsEn} ${found.withdrawnAt}`}
                caseFileId={caseFileId}
                found={found}
                onChanged={answer.reload}
              />
            )}
          </>
        )}
      </AnswerView>
    </section>
  )
}

function PublicationState({ found }: { readonly found: PublicationAnswer }) {
  const text = useText(publicationText)
  const { language } = useLanguage()
  const { publicCode, publishedAt, withdrawnAt, publishedByName, hindrance, views, hearts } = found
  const onDay = (at: NonNullable<typeof publishedAt>) => formatDay(dayInVietnam(at))
  const isPublic = publishedAt !== null && withdrawnAt === null
  return (
    <>
      <p>
        {publishedAt === null && text.notYet}
        {withdrawnAt !== null && text.isWithdrawn(onDay(withdrawnAt))}
        {isPublic && text.isPublic(onDay(publishedAt), publishedByName ?? '')}
        {isPublic && hindrance === null && (
          <>
            {' · '}
            <a href={`/truong-hop/${publicCode}?lang=${language}`}>{text.page}</a>
          </>
        )}
      </p>
      {hindrance !== null && (
        <p>
          {isPublic && `${text.isHidden} `}
          {text.hindrance[hindrance]}
        </p>
      )}
      {publicCode !== null && (
        <Facts>
          <Fact label={text.views}>
            <span className="figures">{formatNumber(views, language)}</span>
          </Fact>
          <Fact label={text.hearts}>
            <span className="figures">{formatNumber(hearts, language)}</span>
          </Fact>
        </Facts>
      )}
    </>
  )
}

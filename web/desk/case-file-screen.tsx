import { useState } from 'react'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { CaseHandovers } from './case-handovers.tsx'
import { CasePictures } from './case-pictures.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CaseFileEditor } from './case-file-editor.tsx'
import { CaseFileNeeds } from './case-file-needs.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { deskText } from './desk-text.ts'
import { HouseholdCard } from './household-card.tsx'
import { may } from './may.ts'
import { PublicationPart } from './publication-part.tsx'
import { TickHistory } from './tick-history.tsx'
import { TickPart } from './tick-part.tsx'
import { useAnswer } from './use-answer.tsx'

/** One case file: what it asks for, its tick and who set it, and for those who may, who it is about. */
export function CaseFileScreen({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(caseFileDeskText)
  const frame = useText(deskText)
  const { requests, me } = useDesk()
  const [editing, setEditing] = useState(false)
  const answer = useAnswer(caseFileId, (signal) => requests.caseFile(caseFileId, signal))
  const mayChange = may(me.role, 'manageCaseFiles')
  const code = answer.value?.caseFile.code ?? '…'

  return (
    <>
      <PageHead title={editing ? text.editTitle(code) : text.open(code)}>
        <LinkButton href="/case-files" kind="quiet" icon="back">
          {text.title}
        </LinkButton>
        {mayChange && answer.value && !editing && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {frame.edit}
          </Button>
        )}
      </PageHead>
      <AnswerView answer={answer}>
        {(found) =>
          editing ? (
            <CaseFileEditor
              answer={found}
              onReload={answer.reload}
              onClose={() => setEditing(false)}
              onSaved={() => {
                setEditing(false)
                answer.reload()
              }}
            />
          ) : (
            <div className="case-file">
              <KnownFacts found={found} />
              {may(me.role, 'seePersons') && <HouseholdCard caseFileId={caseFileId} />}
              <CaseHandovers caseFileId={caseFileId} />
              <CasePictures caseFileId={caseFileId} />
              <TickPart
                key={`${found.caseFile.tickAt} ${found.caseFile.tick}`}
                found={found}
                onSet={answer.reload}
              />
              <PublicationPart caseFileId={caseFileId} tickAt={found.caseFile.tickAt} />
              <TickHistory caseFileId={caseFileId} tickAt={found.caseFile.tickAt} />
            </div>
          )
        }
      </AnswerView>
    </>
  )
}

function KnownFacts({ found }: { readonly found: CaseFileAnswer }) {
  const text = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const { language } = useLanguage()
  const { caseFile } = found
  return (
    <section className="card">
      <Facts>
        <Fact label={text.category}>
          {words.category[caseFile.category]}
          {caseFile.subCategory !== undefined && ` · ${words.subCategory[caseFile.subCategory]}`}
        </Fact>
        <Fact label={text.place}>
          {found.communeName}, {found.provinceName}
        </Fact>
        <Fact label={text.householdSize}>
          <span className="figures">{formatNumber(caseFile.householdSize, language)}</span>
        </Fact>
        <Fact label={text.needs}>
          <CaseFileNeeds needs={caseFile.needs} />
        </Fact>
      </Facts>
    </section>
  )
}

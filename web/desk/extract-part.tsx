import { useState } from 'react'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { useDesk } from './desk-context.tsx'
import { formatMoment } from './desk-time.ts'
import { ExtractFacts } from './extract-facts.tsx'
import { FormRefusal } from './form-parts.tsx'
import { HouseholdEditor } from './household-editor.tsx'
import { HouseholdFacts } from './household-facts.tsx'
import { householdText } from './household-text.ts'
import { personalDataText } from './personal-data-text.ts'
import { saveJson } from './save-json.ts'
import { useSending } from './use-sending.tsx'

export interface ExtractPartProps {
  readonly requestId: string
  readonly extract: PersonExtract
  readonly onExtract: (extract: PersonExtract) => void
  readonly onTaken: () => void
}

/** All that is held about the persons of a case file, and what can be done about it. Prints by itself. */
export function ExtractPart({ requestId, extract, onExtract, onTaken }: ExtractPartProps) {
  const text = useText(personalDataText)
  const words = useText(householdText)
  const { requests } = useDesk()
  const showToast = useToast()
  const sending = useSending()
  const [doing, setDoing] = useState<'nothing' | 'correcting' | 'correcting-contact' | 'erasing'>('nothing')
  const { caseFileId, household, contact, toldBrowsers, publication, changedAt, pictures } = extract

  async function handOut(then: (handed: PersonExtract) => void) {
    const handed = await sending.send(() => requests.handOutPerson(requestId, caseFileId))
    if (!handed) return
    onExtract(handed)
    onTaken()
    then(handed)
  }
  async function erase() {
    if (!(await sending.send(() => requests.erasePerson(requestId, caseFileId)))) return
    setDoing('nothing')
    onExtract({
      ...extract,
      household: null,
      contact: null,
      toldBrowsers: 0,
      publication: null,
      changedAt: null,
      recipients: [],
      pictures: [],
    })
    onTaken()
    showToast(text.erased)
  }
  return (
    <section className="card private wide" aria-labelledby="held-title">
      <h2 id="held-title">{text.held(extract.caseFile?.code ?? caseFileId)}</h2>
      <p className="hint">{text.madeAt(formatMoment(extract.madeAt))}</p>
      {doing === 'correcting' ? (
        <HouseholdEditor
          form={`correct:${caseFileId}`}
          household={household}
          save={async (typed) => {
            const corrected = await requests.correctPerson(requestId, caseFileId, {
              household: typed,
              changedAt,
            })
            if (corrected.ok) onExtract(corrected.value)
            return corrected
          }}
          onSaved={() => {
            setDoing('nothing')
            onTaken()
          }}
          onClose={() => setDoing('nothing')}
        />
      ) : (
        <>
          {household ? <HouseholdFacts household={household} /> : <p>{words.none}</p>}
          <ExtractFacts extract={extract} />
          <div className="buttons no-print">
            <Button icon="edit" onClick={() => setDoing('correcting')}>
              {text.correct}
            </Button>
            {contact && (
              <Button icon="edit" onClick={() => setDoing('correcting-contact')}>
                {text.correctContact}
              </Button>
            )}
            <Button
              icon="download"
              disabled={sending.busy}
              onClick={() =>
                void handOut((handed) => saveJson(handed, `${handed.caseFile?.code ?? caseFileId}.json`))
              }
            >
              {text.handOut}
            </Button>
            <Button
              icon="print"
              disabled={sending.busy}
              // The paper shows what was handed out: drawn first, then printed.
              onClick={() => void handOut(() => setTimeout(() => window.print()))}
            >
              {text.print}
            </Button>
            {(household ?? contact ?? publication ?? toldBrowsers + pictures.length > 0) && (
              <Button kind="danger" icon="remove" onClick={() => setDoing('erasing')}>
                {text.erase}
              </Button>
            )}
          </div>
        </>
      )}
      <FormRefusal sentence={sending.sentence} />
      {contact && doing === 'correcting-contact' && (
        <ContactDialog
          requestId={requestId}
          extract={extract}
          contact={contact}
          onCorrected={(corrected) => {
            setDoing('nothing')
            onExtract(corrected)
            onTaken()
          }}
          onClose={() => setDoing('nothing')}
        />
      )}
      <Dialog
        open={doing === 'erasing'}
        title={text.eraseTitle}
        onClose={() => setDoing('nothing')}
        actions={
          <Button kind="danger" disabled={sending.busy} onClick={() => void erase()}>
            {text.eraseNow}
          </Button>
        }
      >
        <p>{text.eraseSays}</p>
      </Dialog>
    </section>
  )
}

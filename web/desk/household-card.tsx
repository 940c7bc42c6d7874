import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { HouseholdEditor } from './household-editor.tsx'
import { HouseholdFacts } from './household-facts.tsx'
import { householdText } from './household-text.ts'
import { useAnswer } from './use-answer.tsx'

type Looking = 'masked' | 'shown' | 'editing'

/** Who a case file is about, for those who may. Numbers are masked until somebody asks for them, which is written down. */
export function HouseholdCard({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(householdText)
  const frame = useText(deskText)
  const { requests } = useDesk()
  const [looking, setLooking] = useState<Looking>('masked')
  const numbers = looking === 'masked' ? 'masked' : 'shown'
  const answer = useAnswer(`household ${caseFileId} ${numbers}`, (signal) =>
    requests.household(caseFileId, numbers, signal),
  )
  const found = answer.value

  return (
    <section
      className={looking === 'editing' ? 'card private wide' : 'card private'}
      aria-labelledby="household-title"
    >
      <h2 id="household-title">{text.title}</h2>
      <p className="hint">{text.hint}</p>
      <AnswerView answer={answer}>
        {({ household, numbersShown, changedAt }) =>
          looking === 'editing' && numbersShown ? (
            <HouseholdEditor
              form={`household:${caseFileId}`}
              household={household}
              save={(typed) => requests.changeHousehold(caseFileId, { household: typed, changedAt })}
              onSaved={() => setLooking('masked')}
              onClose={() => setLooking('masked')}
            />
          ) : household ? (
            <HouseholdFacts household={household} />
          ) : (
            <p>{text.none}</p>
          )
        }
      </AnswerView>
      {looking !== 'editing' && found && (
        <div className="buttons">
          {looking === 'masked' && hasNumbers(found.household?.persons ?? []) && (
            <Button icon="search" onClick={() => setLooking('shown')}>
              {text.showNumbers}
            </Button>
          )}
          <Button icon="edit" onClick={() => setLooking('editing')}>
            {found.household ? frame.edit : text.add}
          </Button>
        </div>
      )}
    </section>
  )
}

function hasNumbers(persons: readonly { readonly idNumber?: string | undefined }[]): boolean {
  return persons.some(({ idNumber }) => idNumber !== undefined)
}

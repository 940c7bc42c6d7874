import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { Fact, Facts } from '../ui/facts.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { requestDeskText } from './request-desk-text.ts'

/** Who it is about and who told of it: for those who verify alone. */
export function RequestHousehold({ found }: { readonly found: RequestAnswer }) {
  const text = useText(requestDeskText)
  const labels = useText(caseFileDeskText)
  const { household, contact } = found
  return (
    <section className="card private" aria-labelledby="household-title">
      <h2 id="household-title">{text.persons}</h2>
      <p className="hint">{labels.personHint}</p>
      {!household && <p>{text.noPersons}</p>}
      {household && (
        <Facts>
          {household.persons.map((person, i) => (
            <Fact key={i} label={person.relation ?? labels.personName}>
              {[person.name, person.birthYear, person.phone, person.idNumber].filter(Boolean).join(' · ') ||
                text.noPersons}
            </Fact>
          ))}
          {household.address !== '' && <Fact label={labels.address}>{household.address}</Fact>}
          {household.howToFind !== '' && <Fact label={text.howToFind}>{household.howToFind}</Fact>}
        </Facts>
      )}
      {contact && (contact.requester !== null || contact.words !== '' || contact.tell) && (
        <Facts>
          {contact.requester && (
            <Fact label={text.requester}>
              {contact.requester.name} · <span className="figures">{contact.requester.phone}</span>
            </Fact>
          )}
          {contact.words !== '' && <Fact label={text.words}>{contact.words}</Fact>}
          {contact.tell && <Fact label={text.tells}>✓</Fact>}
        </Facts>
      )}
    </section>
  )
}

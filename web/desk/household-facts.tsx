import type { Household, Person } from '#shared/person/person'
import { formatNumber } from '#shared/i18n/numbers'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { householdText } from './household-text.ts'

/** Who lives there, how to reach them and how to find the house. */
export function HouseholdFacts({ household }: { readonly household: Household }) {
  const text = useText(householdText)
  const { language } = useLanguage()
  const { persons, address, howToFind, place } = household
  return (
    <>
      <ul className="persons">
        {persons.map((person, i) => (
          // Persons have no number of their own, and the list is only ever drawn anew.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <PersonLines person={person} />
          </li>
        ))}
      </ul>
      <Facts>
        {address !== '' && <Fact label={text.address}>{address}</Fact>}
        {howToFind !== '' && <Fact label={text.howToFind}>{howToFind}</Fact>}
        {place && (
          <Fact label={text.place}>
            <span className="figures">
              {place.lat}, {place.lon}
            </span>{' '}
            <small className="quiet">
              {text.placeOff(formatNumber(Math.ceil(place.accuracyM), language))}
            </small>
          </Fact>
        )}
      </Facts>
    </>
  )
}

function PersonLines({ person }: { readonly person: Person }) {
  const text = useText(householdText)
  const { name, relation, birthYear, sex, idNumber, phone } = person
  const about = [
    relation,
    sex && text.sexes[sex],
    birthYear !== undefined && text.bornIn(String(birthYear)),
  ].filter(Boolean)
  return (
    <>
      <strong>{name === '' ? text.noName : name}</strong>
      {about.length > 0 && <span className="quiet"> · {about.join(' · ')}</span>}
      {(phone !== undefined || idNumber !== undefined) && (
        <div className="numbers">
          {phone !== undefined && (
            <span>
              {text.phone} <span className="figures">{phone}</span>
            </span>
          )}
          {idNumber !== undefined && (
            <span>
              {text.idNumber} <span className="figures">{idNumber}</span>
            </span>
          )}
        </div>
      )}
    </>
  )
}

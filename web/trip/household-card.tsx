import type { PackageContent } from '#shared/trip/trip-package'
import { Card } from '../ui/card.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { CallLink } from './call-link.tsx'
import { packageText } from './package-text.ts'

/** Whom to ask for, how to call, where it is: only ever out of an opened package. */
export function HouseholdCard({
  content: { household },
  label,
}: {
  readonly content: PackageContent
  readonly label: string
}) {
  const text = useText(packageText)
  if (!household) return <Notice>{text.noName}</Notice>
  const { persons, address, howToFind, place } = household
  const phones = persons.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []))
  return (
    <Card marked label={label}>
      <h2>{persons.map(({ name }) => name || text.noName).join(', ')}</h2>
      {phones.map(({ name, phone }) => (
        <CallLink key={`${name} ${phone}`} phone={phone} {...(phones.length > 1 && { name })} />
      ))}
      <Facts>
        {address !== '' && <Fact label={text.address}>{address}</Fact>}
        {howToFind !== '' && <Fact label={text.howToFind}>{howToFind}</Fact>}
      </Facts>
      {place ? (
        <a className="button plain wide" href={`geo:${place.lat},${place.lon}?q=${place.lat},${place.lon}`}>
          <Icon name="place" />
          <span>{text.openMap}</span>
        </a>
      ) : (
        <p className="quiet">{text.noPlace}</p>
      )}
    </Card>
  )
}

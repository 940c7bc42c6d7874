import type { Person as Contact } from '#shared/desk/desk-case-file-wire'
import type { Household } from '#shared/person/person'

/** Whom to ask for, how to reach them and where: what a line of a list and the desk's short form know of a household. */
export function contactOf(household: Household): Contact {
  const [first] = household.persons
  return { name: first?.name ?? '', phone: first?.phone ?? '', address: household.address }
}

export function householdFromContact(contact: Contact): Household {
  return withContact({ persons: [{ name: '' }], address: '', howToFind: '' }, contact)
}

/** Changes what the short form knows and leaves the rest of the household as it is. */
export function withContact(household: Household, { name, phone, address }: Contact): Household {
  const [first, ...others] = household.persons
  const { phone: _, ...rest } = { ...first }
  return {
    ...household,
    persons: [{ ...rest, name, ...(phone !== '' && { phone }) }, ...others],
    address,
  }
}

export function isKnown({ name, phone, address }: Contact): boolean {
  return name !== '' || phone !== '' || address !== ''
}

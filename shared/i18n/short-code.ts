/** The end of an id, for two people to make sure that they speak of the same thing: on the phone, or of two of one name. */
export function shortCode(id: string): string {
  return id
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-6)
    .toUpperCase()
}

/** The codes of those whose name another has too, by id. */
export function codesOfNamesakes(
  people: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const byName = Map.groupBy(people, ({ name }) => name.trim().normalize('NFC').toLocaleLowerCase('vi'))
  const namesakes = [...byName.values()].filter((same) => same.length > 1).flat()
  return new Map(namesakes.map(({ id }) => [id, shortCode(id)]))
}

import { fold } from '#shared/i18n/fold'
import type { Household } from '#shared/person/person'

/** What a text for everyone must not hold. */
export type Personal = 'number' | 'name' | 'address' | 'link'

/** What is known of a case file and must not be told. */
export interface KnownOfCase {
  readonly households: readonly Household[]
  /** Who asked for somebody else. */
  readonly requesters: readonly { readonly name: string; readonly phone: string }[]
  readonly communeNames: readonly string[]
  /** It is public, so a word of it is no name. */
  readonly provinceName: string
}

/** Nine digits and more in a row, however they are set apart, are a phone or an ID number whosever it is. */
const LONG_NUMBER = /\d(?:[\s.\-–—()_]*\d){8,}/u
const LINK = /\S@\S|https?:\/\/|\bwww\./iu
const TITLES =
  'ông|bà|cụ|anh|chị|em|cô|chú|bác|cháu|bé|mẹ|cha|bố|ba|má|thím|dì|cậu|mợ|con|gia đình|nhà|hộ|mr|mrs|ms'.split(
    '|',
  )

/**
 * Where every word has a capital letter, so that it says nothing: the word, and what tells a name from another word: an age
 * or a comma behind it, or what is said of persons.
 */
const BEGINNING =
  /(?:^|[.!?:…"“(\n–—-])\s*(\p{Lu}[\p{L}\p{M}]*)(?!\p{L})(?=\s*([,(]|\d{1,3}(?!\d))?\s*([\p{L}\p{M}]*))/gu
const SAID_OF_A_PERSON =
  'sống|ở|bị|là|có|cần|đang|mất|nuôi|không|vừa|đã|phải|một|sinh|và|cùng|với|còn|chỉ|được|mồ|bệnh|ốm|đau|già|yếu|lên|năm|tên|lives|is|has|was|needs|and|who|lost|aged'.split(
    '|',
  )

/** The first thing in a text that would tell who it is about; undefined when there is none. */
export function findPersonal(words: string, known: KnownOfCase): Personal | undefined {
  const text = words.normalize('NFKC')
  if (LONG_NUMBER.test(text) || hasNumber(text, known)) return 'number'
  if (LINK.test(text)) return 'link'
  const spoken = listenTo(text, known.provinceName)
  const persons = [...known.households.flatMap(({ persons }) => persons), ...known.requesters]
  if (persons.some(({ name }) => spoken.names(name))) return 'name'
  const addresses = known.households.flatMap(({ address, howToFind }) => [
    ...address.split(/[,;\n]| [-–] /u),
    ...howToFind.split(/[.,;\n]/u).filter((part) => wordsOf(part).length > 2),
  ])
  if ([...addresses, ...known.communeNames].some((part) => spoken.says(part))) return 'address'
  return known.communeNames.some((name) => spoken.says(withoutKind(name))) ? 'address' : undefined
}

/** Also with the digits hidden between other signs. */
function hasNumber(text: string, { households, requesters }: KnownOfCase): boolean {
  const digits = digitsOf(text)
  const persons = [...households.flatMap(({ persons }) => persons), ...requesters]
  return persons.some((person) =>
    [person.phone, 'idNumber' in person ? person.idNumber : undefined].some((number) => {
      const own = digitsOf(number ?? '').slice(-9)
      return own.length >= 6 && digits.includes(own)
    }),
  )
}

/**
 * A text as it is compared: as it is spelt, and without diacritics where enough words stand in a row that they mean
 * nothing else, or where whoever wrote it left all of them out.
 */
function listenTo(text: string, provinceName: string) {
  const province = provinceName.replace(/^(Tỉnh|Thành phố) /u, '')
  const told = (province === '' ? text : text.replaceAll(province, ' ')).normalize('NFC')
  const spelt = /[^\p{ASCII}]/u.test(told) ? (it: string) => it : fold
  const exact = spaced(wordsOf(spelt(told)))
  const folded = spaced(wordsOf(fold(told)))
  const hears = (words: readonly string[]) => exact.includes(spaced(words.map(spelt)))
  const hearsFolded = (words: readonly string[]) => folded.includes(spaced(words.map(fold)))

  const saidOfPerson = new Set(SAID_OF_A_PERSON.map(spelt))
  const begun = Array.from(told.matchAll(BEGINNING), ([, word = '', mark = '', next = '']) => ({
    word: spelt(word.toLowerCase()),
    isPerson: mark !== '' || saidOfPerson.has(spelt(next.toLowerCase())),
  }))

  return {
    /** The whole name, its last two words, or the given name where it can only be a name. */
    names(name: string): boolean {
      const words = wordsOf(name)
      const given = words.at(-1)
      if (given === undefined) return false
      if (words.length > 1 && (hearsFolded(words) || hears(words.slice(-2)))) return true
      if (TITLES.some((title) => hears([...title.split(' '), given]))) return true
      if (begun.some(({ word, isPerson }) => isPerson && word === spelt(given))) return true
      const written = given[0]!.toUpperCase() + given.slice(1)
      return new RegExp(`[\\p{Ll}\\p{N},;] ${written}(?!\\p{L})`, 'u').test(told)
    },
    says(part: string): boolean {
      const words = wordsOf(part)
      return words.length > 2 ? hearsFolded(words) : words.length === 2 && hears(words)
    },
  }
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}

function withoutKind(communeName: string): string {
  return communeName.replace(/^(Phường|Xã|Đặc khu) /u, '')
}

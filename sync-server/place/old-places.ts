import { fold, matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { OldPlace } from '#shared/place/place-wire'
import { err, ok, type Result } from '#shared/result'
import {
  findCommune,
  parseProvince,
  readPlaceNames,
  readProvinces,
  readTable,
  type Commune,
  type PlaceRefusal,
} from './places.ts'

/** A commune as it was called until June 2025 and what it became; one that was divided has a row for each part. */
interface OldCommune {
  readonly commune: string
  readonly district: string
  readonly province: string
  readonly code: string
}

interface WrittenPlace {
  readonly commune: string
  readonly district: string
  readonly province: string
}

/**
 * An address of three tiers, by names with or without their kinds and diacritics. A commune that was divided, or whose name
 * stands for several, is not guessed at: the answer names what it may have become.
 */
export function parseOldCommune(written: WrittenPlace): Result<Commune, PlaceRefusal> {
  if (written.commune === '') return err({ kind: 'commune-unknown' })
  const inProvince =
    written.province === '' ? old() : old().filter((it) => isNamed(it.province, written.province))
  if (inProvince.length === 0) return err({ kind: 'province-unknown' })
  return choose(inProvince, written)
}

const DISTRICT_BEGINS =
  /\s+(?=(?:quận|quan|huyện|huyen|thị xã|thi xa|thành phố|thanh pho|tỉnh|tinh|tp|tx|q|h)[\s.]|q\d)/iu

/**
 * The same where somebody chose the province of today and typed the rest in one line: "Phường 12, Quận Gò Vấp", or without
 * a comma, "P.12 Q.Gò Vấp". What is no old name in it is looked for nowhere else.
 */
export function parseOldCommuneIn(typed: string, provinceCode: string): Result<Commune, PlaceRefusal> {
  const inProvince = old().filter(({ code }) => findCommune(code)?.provinceCode === provinceCode)
  const chooseBy = (between: string | RegExp) => {
    const [commune = '', district = ''] = typed.split(between).map((part) => part.trim())
    return commune === ''
      ? err({ kind: 'commune-unknown' } as const)
      : choose(inProvince, { commune, district })
  }
  const found = chooseBy(',')
  const isUnknown = !found.ok && found.error.kind === 'commune-unknown'
  return isUnknown ? chooseBy(DISTRICT_BEGINS) : found
}

function choose(
  inProvince: readonly OldCommune[],
  written: Pick<WrittenPlace, 'commune' | 'district'>,
): Result<Commune, PlaceRefusal> {
  const inDistrict =
    written.district === '' ? inProvince : inProvince.filter((it) => isNamed(it.district, written.district))
  const exact = inDistrict.filter(({ commune }) => fold(commune) === fold(written.commune))
  const alike = inDistrict.filter(({ commune }) => isNamed(commune, written.commune))
  const codes = [...new Set((exact.length > 0 ? exact : alike).map(({ code }) => code))]
  const [code] = codes
  if (code === undefined) return err({ kind: 'commune-unknown' })
  const commune = findCommune(code)
  if (codes.length > 1 || !commune) return err({ kind: 'commune-ambiguous', codes })
  return ok(commune)
}

/** Old communes of which each word of the text begins a word, each with what it became. */
export function searchOldPlaces(text: string, limit: number): OldPlace[] {
  const words = searchWords(text).join(' ')
  if (words === '') return []
  const found: OldPlace[] = []
  for (const { search, commune, district, province, code } of searchable()) {
    if (!matchesFolded(search, words)) continue
    const provinceCode = findCommune(code)?.provinceCode
    if (provinceCode === undefined) continue
    found.push({ old: [commune, district, province].join(', '), code, provinceCode, ...readPlaceNames(code) })
    if (found.length === limit) break
  }
  return found
}

let communes: readonly OldCommune[] | undefined
function old(): readonly OldCommune[] {
  communes ??= readOldCommunes()
  return communes
}

/** Some rows name a code that is no longer in use: the name in its province says which commune is meant. Islands had none. */
function readOldCommunes(): OldCommune[] {
  const codeByName = new Map<string, string>()
  for (const province of readProvinces()) {
    for (const { code, name } of province.communes) codeByName.set(`${province.code}|${fold(name)}`, code)
  }
  const provinceByName = new Map<string, string>()
  const provinceCode = (name: string) => {
    if (!provinceByName.has(name)) {
      const province = parseProvince(name)
      provinceByName.set(name, province.ok ? province.value.code : '')
    }
    return provinceByName.get(name)
  }
  return readTable('ward_mappings')
    .filter((row) => row['old_ward_name'] !== null)
    .flatMap((row) => {
      const named = `${provinceCode(nameIn(row, 'new_province_name'))}|${fold(nameIn(row, 'new_ward_name'))}`
      const code = codeByName.get(named) ?? findCommune(nameIn(row, 'new_ward_code'))?.code
      if (code === undefined) return []
      return {
        commune: nameIn(row, 'old_ward_name'),
        district: nameIn(row, 'old_district_name'),
        province: nameIn(row, 'old_province_name'),
        code,
      }
    })
}

let searched: readonly (OldCommune & { readonly search: string })[] | undefined
function searchable() {
  searched ??= old().map((it) => ({
    ...it,
    search: searchWords(`${it.commune} ${it.district} ${it.province}`).join(' '),
  }))
  return searched
}

function nameIn(row: Readonly<Record<string, unknown>>, key: string): string {
  return String(row[key]).normalize('NFC').trim()
}

const KIND =
  /^(?:(?:thanh pho|thi xa|thi tran|quan|huyen|phuong|xa|tinh) |(?:tp|tx|tt|q|h|p|x)(?:\. ?| |(?=\d)))/

/** "Phương Thiện" without its diacritics begins like a kind, so what was written is also taken whole. */
function isNamed(name: string, written: string): boolean {
  const bare = plain(name)
  return fold(name) === fold(written) || bare === plain(written) || bare === fold(written)
}

function plain(name: string): string {
  const folded = fold(name).replace(/\s+/g, ' ').trim()
  const bare = folded.replace(KIND, '')
  return /^\d+$/.test(bare) ? String(Number(bare)) : bare
}

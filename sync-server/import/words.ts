import { fold } from '#shared/i18n/fold'
import type { Text } from '#shared/i18n/text'
import { itemText } from '#shared/item/item-text'
import { BASE_UNITS, CATEGORIES, type BaseUnit, type Category, type Item } from '#shared/item/item'
import {
  CASE_CATEGORIES,
  SUB_CATEGORIES,
  TICKS,
  type CaseCategory,
  type SubCategory,
  type Tick,
} from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'

/** Keys by what people write for them: the key, its words in both languages, and what else is common (folded). */
function wordsFor<Key extends string>(
  keys: readonly Key[],
  text: Text<Record<Key, string>>,
  others: Readonly<Partial<Record<Key, readonly string[]>>>,
): (written: string) => Key | undefined {
  const keyByWord = new Map<string, Key>()
  for (const key of keys) {
    for (const word of [key, text.vi[key], text.en[key], ...(others[key] ?? [])]) {
      keyByWord.set(plain(String(word)), key)
    }
  }
  return (written) => keyByWord.get(plain(written))
}

function plain(written: string): string {
  return fold(written.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
}

export const categoryFromWords: (written: string) => Category | undefined = wordsFor(
  CATEGORIES,
  { vi: itemText.vi.category, en: itemText.en.category },
  {
    staple: ['gạo', 'rice'],
    food: ['mì', 'mì gói', 'mì tôm', 'đồ ăn', 'thức ăn', 'đồ hộp', 'bánh', 'noodles'],
    drink: ['nước', 'đồ uống', 'nước suối', 'nước đóng chai', 'water'],
    baby: ['sữa', 'sữa bột', 'bỉm', 'tã', 'trẻ em', 'trẻ nhỏ'],
    hygiene: ['xà phòng', 'băng vệ sinh', 'đồ vệ sinh'],
    medical: ['thuốc', 'vật tư y tế'],
    clothing: ['áo quần', 'áo ấm', 'đồ mặc'],
    bedding: ['chăn', 'màn', 'mền', 'chăn mền', 'chăn ấm'],
    household: ['gia dụng', 'nồi', 'đồ dùng'],
    school: ['sách vở', 'học tập', 'vở', 'dụng cụ học tập'],
    building: ['vật liệu', 'xây dựng', 'xi măng', 'tôn', 'gạch'],
    other: ['khác', 'others'],
  },
)

export const baseUnitFromWords: (written: string) => BaseUnit | undefined = wordsFor(
  BASE_UNITS,
  { vi: itemText.vi.baseUnit, en: itemText.en.baseUnit },
  { piece: ['chiếc', 'pieces', 'pcs'], gram: ['g', 'gr', 'gram', 'grams'], millilitre: ['ml', 'milliliter'] },
)

const DATES = ['expiry', 'best-before', 'none'] as const satisfies readonly Item['dates'][]
export const datesFromWords: (written: string) => Item['dates'] | undefined = wordsFor(
  DATES,
  { vi: itemText.vi.dates, en: itemText.en.dates },
  {
    expiry: ['hạn sử dụng', 'hsd', 'có', 'có hạn', 'expires'],
    'best-before': ['dùng tốt nhất trước', 'tốt nhất trước'],
    none: ['không', 'không có', 'no'],
  },
)

export const tickFromWords: (written: string) => Tick | undefined = wordsFor(
  TICKS,
  {
    vi: caseFileText.vi.tick,
    en: caseFileText.en.tick,
  },
  { green: ['xanh', 'đã xác minh'], yellow: ['vàng', 'đang xác minh'], red: ['đỏ', 'chưa xác minh'] },
)

const caseCategory: (written: string) => CaseCategory | undefined = wordsFor(
  CASE_CATEGORIES,
  { vi: caseFileText.vi.category, en: caseFileText.en.category },
  {
    children: ['trẻ', 'child', 'thiếu nhi'],
    elderly: ['người già', 'cao tuổi'],
    'poor-household': ['nghèo', 'hộ cận nghèo', 'poor'],
    'grave-illness': ['hiểm nghèo', 'bệnh nặng', 'illness'],
  },
)

const subCategory: (written: string) => SubCategory | undefined = wordsFor(
  Object.values(SUB_CATEGORIES).flat(),
  { vi: caseFileText.vi.subCategory, en: caseFileText.en.subCategory },
  {
    house: ['nhà', 'nhà cửa'],
    school: ['trường'],
    'road-bridge': ['cầu', 'đường', 'cầu, đường', 'đường, cầu'],
    clinic: ['trạm xá'],
    'pagoda-church': ['chùa', 'nhà thờ', 'chùa nhà thờ'],
    relative: ['người'],
    pet: ['thú cưng'],
  },
)

export interface CaseKind {
  readonly category: CaseCategory
  readonly subCategory?: SubCategory
}

/** "Xây dựng", "Xây dựng: nhà ở", "Xây dựng (nhà ở)", "building/house", or a sub-category alone. */
export function caseKindFromWords(written: string): CaseKind | undefined {
  const category = caseCategory(written)
  if (category) return { category }
  const alone = subCategoryFromWords(written)
  if (alone) return alone
  const [, first, second] = /^(.+?)\s*[:/(>–,-]\s*(.+?)\)?$/u.exec(written.trim()) ?? []
  if (first === undefined || second === undefined) return undefined
  const parent = caseCategory(first)
  const child = subCategoryFromWords(second)
  return parent && child?.category === parent ? child : undefined
}

export function subCategoryFromWords(written: string): CaseKind | undefined {
  const key = subCategory(written)
  const category = CASE_CATEGORIES.find((it) => (SUB_CATEGORIES[it] as readonly string[]).includes(key ?? ''))
  return key && category && { category, subCategory: key }
}

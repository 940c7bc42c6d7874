import { randomUUID } from 'node:crypto'
import { tickAtInstant, type CaseFile, type CaseFileId } from '#shared/case-file/case-file'
import { tickUntilFrom } from '#shared/case-file/tick-until'
import { fold } from '#shared/i18n/fold'
import type { Item } from '#shared/item/item'
import type { Household } from '#shared/person/person'
import type { TickDays } from '#shared/desk/desk-setting-wire'
import { err, ok, type Result } from '#shared/result'
import { canonicalText } from '#shared/sync/canonical-text'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { findCaseFileByCode } from '../case-file/case-file-jobs.ts'
import { hasSurveyed } from '../case-file/tick-rules.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'
import { putHousehold } from '../person/household-jobs.ts'
import { openHousehold, sealHousehold, type PersonRefusal } from '../person/persons.ts'
import { parseOldCommune } from '../place/old-places.ts'
import { parseCommune, parseProvince, type Province } from '../place/places.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { daysOf, readTickDays } from '../setting/settings.ts'
import type { CaseFileColumn } from './case-file-columns.ts'
import {
  caseFileFromLine,
  type CaseFileLine,
  type LineLookup,
  type WrittenHousehold,
} from './case-file-from-line.ts'
import { toldOf } from '../publication/told-of.ts'
import { headOf } from '../request/request-jobs.ts'
import type { CaseFileImportArgs, LinePlanner } from './import-jobs.ts'
import { fault, repeated } from './line-faults.ts'
import type { ItemLookup } from './parse-needs.ts'

/** Households are known by the code of their file. A tick that says something new is set by whoever imports. */
export function planCaseFiles(
  db: WriterDb,
  { keys, changedBy, at }: Pick<CaseFileImportArgs, 'keys' | 'changedBy' | 'at'>,
): LinePlanner<CaseFileColumn> {
  const lineByCode = new Map<string, number>()
  const lookup = createLookup(db)
  const tickDays = readTickDays(db)
  return ({ line, cells }) => {
    const parsed = caseFileFromLine(cells, lookup)
    if (!parsed.ok) return parsed
    const written = parsed.value
    const earlier = lineByCode.get(written.code.toUpperCase())
    if (earlier !== undefined) return err(repeated('Mã hồ sơ', earlier))
    lineByCode.set(written.code.toUpperCase(), line)

    const oldId = findCaseFileByCode(db, written.code)
    const oldBody = oldId && readStored(db, 'caseFiles', oldId)?.body
    const old = oldBody === undefined ? undefined : (JSON.parse(oldBody) as CaseFile)
    const caseFile = merge(written, old, { at, tickDays })
    const isNewlyGreen = caseFile.tick === 'green' && caseFile.tickAt !== old?.tickAt
    if (old && isNewlyGreen && hasSurveyed(db, old.id, changedBy)) return err(SURVEYOR)
    const isTicked = caseFile.tick !== 'red' && caseFile.tickAt !== old?.tickAt
    if (old && isTicked && headOf(db, old.id) !== old.id) return err(JOINED)
    if (caseFile.tickUntil !== null && caseFile.tickUntil < at && caseFile.tickAt === at) {
      return err(fault('Tích đến ngày', 'Ngày này đã qua.', 'This day is over.'))
    }
    const known = old && readHousehold(db, keys, old.id)
    if (known && !known.ok) return err(UNREADABLE)
    const household = mergeHousehold(written.written, known?.value)
    const isHouseholdNew = !isSameHousehold(household, known?.value)
    if (oldBody !== undefined && oldBody === canonicalText(caseFile) && !isHouseholdNew)
      return ok({ kind: 'unchanged' })
    return ok({
      kind: old ? 'changed' : 'new',
      assumed: [],
      store() {
        putDocument(db, { collection: 'caseFiles', id: caseFile.id, body: caseFile, changedBy, at })
        if (household && isHouseholdNew) {
          const sealed = sealHousehold(keys, caseFile.id, household)
          const told = toldOf(db, caseFile.id, household)
          putHousehold(db, { household: { ...sealed, toldOf: told }, changedBy, at })
        }
      },
    })
  }
}

const UNREADABLE = fault(
  'Mã hồ sơ',
  'Dữ liệu về người của hồ sơ này không mở được. Hãy báo người quản trị máy chủ.',
  'What is known about the persons of this case file cannot be opened. Tell whoever runs the server.',
)

const SURVEYOR = fault(
  'Tích',
  'Bạn đã khảo sát hồ sơ này, nên người khác phải xác minh tích xanh. Hãy để trống ô này.',
  'You surveyed this case file, so somebody else must verify the green tick. Leave this cell empty.',
)

const JOINED = fault(
  'Tích',
  'Hồ sơ này đã gộp vào hồ sơ khác, nên tích đặt ở hồ sơ đó. Hãy để trống ô này.',
  'This case file was joined with another, which has the tick. Leave this cell empty.',
)

interface TickTime {
  readonly at: Instant
  readonly tickDays: TickDays
}

function merge(written: CaseFileLine, old: CaseFile | undefined, time: TickTime): CaseFile {
  const { tick, tickAt, tickUntil } = mergeTick(written, old, time)
  const { code, category, subCategory, provinceCode, communeCode } = written
  return {
    id: old?.id ?? (randomUUID() as string as CaseFileId),
    code: old?.code ?? code,
    category,
    ...(subCategory !== undefined && { subCategory }),
    provinceCode,
    communeCode,
    householdSize: written.householdSize ?? old?.householdSize ?? 1,
    needs: written.needs ?? old?.needs ?? [],
    tick,
    tickAt,
    tickUntil,
  }
}

/** The same tick without another day is nothing new, unless it has run out. */
function mergeTick(
  { tick, until, category }: CaseFileLine,
  old: CaseFile | undefined,
  { at, tickDays }: TickTime,
): Pick<CaseFile, 'tick' | 'tickAt' | 'tickUntil'> {
  const wanted = tick ?? (old ? undefined : 'red')
  if (wanted === undefined) return old!
  const wantedUntil = tickUntilFrom(wanted, until, at, daysOf(tickDays, category))
  const isSame = old?.tick === wanted && tickAtInstant(old, at) === wanted
  if (isSame && (until === undefined || old.tickUntil === wantedUntil)) return old
  const tickAt = old && old.tickAt >= at ? instantFromMs(msFromInstant(old.tickAt) + 1) : at
  return { tick: wanted, tickAt, tickUntil: wantedUntil }
}

/** What the line leaves out stays; it knows the first person alone. Undefined while nothing is known. */
export function mergeHousehold(
  { address, howToFind, ...person }: WrittenHousehold,
  known: Household | undefined,
): Household | undefined {
  const isSilent = Object.keys(person).length === 0 && address === undefined && howToFind === undefined
  if (isSilent) return known
  const [first, ...others] = known?.persons ?? []
  return {
    ...known,
    persons: [{ name: '', ...first, ...person }, ...others],
    address: address ?? known?.address ?? '',
    howToFind: howToFind ?? known?.howToFind ?? '',
  }
}

function isSameHousehold(a: Household | undefined, b: Household | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b))
}

function readHousehold(
  db: WriterDb,
  keys: Pick<SealKeys, 'sealKey'>,
  caseFileId: CaseFileId,
): Result<Household, PersonRefusal> | undefined {
  const row = db.get(db.query.selectFrom('household').select('sealed').where('caseFileId', '=', caseFileId))
  return row && openHousehold(keys, caseFileId, row.sealed)
}

/** The same few thousand places are named over and over: each is looked for once. */
export function createLookup(db: WriterDb): LineLookup {
  const items = createItemLookup(db)
  const province = remember((text: string) => parseProvince(text))
  const communesByProvince = new Map<
    Province | undefined,
    (text: string) => ReturnType<typeof parseCommune>
  >()
  const oldByWritten = new Map<string, ReturnType<typeof parseOldCommune>>()
  return {
    items,
    old(written) {
      const key = JSON.stringify(written)
      const found = oldByWritten.get(key) ?? parseOldCommune(written)
      oldByWritten.set(key, found)
      return found
    },
    province,
    commune(text, inProvince) {
      const commune =
        communesByProvince.get(inProvince) ?? remember((it: string) => parseCommune(it, inProvince))
      communesByProvince.set(inProvince, commune)
      return commune(text)
    },
  }
}

function remember<Value, Refusal>(
  read: (text: string) => Result<Value, Refusal>,
): (text: string) => Result<Value, Refusal> {
  const known = new Map<string, Result<Value, Refusal>>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    known.set(text, value)
    return value
  }
}

/** Names are read once, and only when a need is not a category: an ambiguous name means no item. */
function createItemLookup(db: WriterDb): ItemLookup {
  let itemByName: Map<string, Item | undefined> | undefined
  return {
    byId(id) {
      const stored = readStored(db, 'items', id)
      return stored && stored.deleted === 0 ? (JSON.parse(stored.body) as Item) : undefined
    },
    byName(name) {
      itemByName ??= readNames(db)
      return itemByName.get(fold(name))
    },
  }
}

function readNames(db: WriterDb): Map<string, Item | undefined> {
  const itemByName = new Map<string, Item | undefined>()
  const rows = db.all(
    db.query.selectFrom('document').select('body').where('collection', '=', 'items').where('deleted', '=', 0),
  )
  for (const { body } of rows) {
    const item = JSON.parse(body) as Item
    const name = fold(item.name)
    itemByName.set(name, itemByName.has(name) ? undefined : item)
  }
  return itemByName
}

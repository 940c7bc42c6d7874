import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import { numbersOf, type MarkId, type MarkKind } from '#shared/person/mark'
import { HouseholdSchema, type Household } from '#shared/person/person'
import type { ReadReason } from '#shared/person/read-reason'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { emptyLog } from '../database/scrub.ts'
import type { Writer } from '../database/writer.ts'
import { toldOf } from '../publication/told-of.ts'
import { likenessesOf, type Likeness } from '../request/likeness.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openSealedJson, sealJson } from '../seal/seal.ts'
import { markOf } from './mark-of.ts'

/** Damaged or sealed with another key. Says nothing of whom it is about. */
export type PersonRefusal = { readonly kind: 'person-unreadable' }

/** Who is shown a household: staff at the desk, a device for its staff, or neither for the command line. */
export interface ReadBy {
  readonly staffId?: StaffId
  readonly deviceId?: DeviceId
}
export interface ReadFor {
  readonly by: ReadBy
  readonly why: ReadReason
}

/** A household as it lies in the database. Without `marks` they are made later. */
export interface SealedHousehold {
  readonly caseFileId: CaseFileId
  readonly sealed: Uint8Array
  readonly marks?: readonly HouseholdMark[]
  /** What it has in common with others is found by these. */
  readonly likenesses?: readonly Likeness[]
  /** What everyone was told of these would name somebody in it: it is taken back together with the change. */
  readonly toldOf?: readonly CaseFileId[]
}
export interface HouseholdMark {
  readonly mark: MarkId
  readonly kind: MarkKind
}

/** The one way to what is known about persons. Whoever reads is written down before anything is opened. */
export interface Persons {
  /** Null when nothing is known. */
  read(caseFileId: CaseFileId, reading: ReadFor): Promise<Result<Household | null, PersonRefusal>>
  /** Writes down who was shown something of these persons that lies elsewhere, such as a picture. */
  note(caseFileIds: readonly CaseFileId[], reading: ReadFor): Promise<void>
  /** Many at once, for a trip or a list of visits; what is not known or cannot be read is left out. */
  readAll(caseFileIds: readonly CaseFileId[], reading: ReadFor): Promise<ReadonlyMap<CaseFileId, Household>>
  /** For a job that stores it together with something else. */
  seal(caseFileId: CaseFileId, household: Household): Promise<SealedHousehold>
  put(caseFileId: CaseFileId, household: Household, by: string): Promise<void>
  /** For good, with the marks and whatever hangs on it; what happened to goods stays. */
  erase(caseFileId: CaseFileId, by: StaffId | null): Promise<void>
  /**
   * Opens without writing it down: for the server's own work, of which nothing is shown to anybody, such as a search or
   * the marks.
   */
  openUnseen(caseFileId: CaseFileId): Result<Household | null, PersonRefusal>
  /** Called after each erasure, for what lies outside the database, such as pictures. */
  onErase(hook: EraseHook): void
}
export type EraseHook = (caseFileId: CaseFileId) => Promise<void>

export interface PersonsDeps {
  readonly dataFolder: string
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly keys: SealKeys
  readonly now: () => Instant
}

export function createPersons({ dataFolder, reader, writer, keys, now }: PersonsDeps): Persons {
  const hooks: EraseHook[] = []

  function openUnseen(caseFileId: CaseFileId): Result<Household | null, PersonRefusal> {
    const row = reader.get(
      reader.query.selectFrom('household').select('sealed').where('caseFileId', '=', caseFileId),
    )
    return row ? openHousehold(keys, caseFileId, row.sealed) : ok(null)
  }

  function note(caseFileIds: readonly CaseFileId[], { by, why }: ReadFor): Promise<void> {
    const { staffId = null, deviceId = null } = by
    const at = now()
    const reads = caseFileIds.map((caseFileId) => ({ at, staffId, deviceId, caseFileId, why }))
    return writer.write('noteReads', { reads })
  }

  async function seal(caseFileId: CaseFileId, household: Household): Promise<SealedHousehold> {
    return {
      ...sealHousehold(keys, caseFileId, household),
      marks: await marksOf(keys, household),
      toldOf: toldOf(reader, caseFileId, household),
    }
  }

  return {
    openUnseen,
    note,
    seal,
    async read(caseFileId, reading) {
      await note([caseFileId], reading)
      return openUnseen(caseFileId)
    },
    async readAll(caseFileIds, reading) {
      await note(caseFileIds, reading)
      const households = new Map<CaseFileId, Household>()
      for (const caseFileId of caseFileIds) {
        const opened = openUnseen(caseFileId)
        if (opened.ok && opened.value) households.set(caseFileId, opened.value)
      }
      return households
    },
    async put(caseFileId, household, changedBy) {
      await writer.write('putHousehold', {
        household: await seal(caseFileId, household),
        changedBy,
        at: now(),
      })
    },
    async erase(caseFileId, by) {
      await writer.write('eraseHousehold', { caseFileId, by, at: now() })
      emptyLog(dataFolder)
      for (const hook of hooks) await hook(caseFileId)
    },
    onErase: (hook) => void hooks.push(hook),
  }
}

export function sealHousehold(
  keys: Pick<SealKeys, 'sealKey'>,
  caseFileId: CaseFileId,
  household: Household,
): SealedHousehold {
  const sealed = sealJson(keys, household, contextOf(caseFileId))
  return { caseFileId, sealed, likenesses: likenessesOf(keys, household) }
}

export function openHousehold(
  keys: Pick<SealKeys, 'sealKey'>,
  caseFileId: CaseFileId,
  sealed: Uint8Array,
): Result<Household, PersonRefusal> {
  const opened = openSealedJson(keys, sealed, contextOf(caseFileId))
  const household = opened.ok ? v.safeParse(HouseholdSchema, opened.value) : undefined
  return household?.success ? ok(household.output) : err({ kind: 'person-unreadable' })
}

export async function marksOf(keys: SealKeys, household: Household): Promise<HouseholdMark[]> {
  const marks = await Promise.all(
    numbersOf(household).map(async ({ kind, number }) => ({ kind, mark: await markOf(keys, kind, number) })),
  )
  return marks.filter((it): it is HouseholdMark => it.mark !== undefined)
}

function contextOf(caseFileId: CaseFileId): string {
  return `household:${caseFileId}`
}

import { createHash } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { Household } from '#shared/person/person'
import type { KeyBox, StaffId } from '#shared/staff/staff'
import { addDays, dayInVietnam, type Instant } from '#shared/time/time'
import { VISIT_RENEWED_DAYS } from '#shared/trip/packages-to-wipe'
import type { PackageContent, PackagesAnswer, TripPackage } from '#shared/trip/trip-package'
import { membersOf } from '../case-file/case-groups.ts'
import type { Reader } from '../database/open-reader.ts'
import type { TripTables } from '../database/trip-tables.ts'
import type { Writer } from '../database/writer.ts'
import type { DeviceCaller } from '../device/device-caller.ts'
import type { Persons } from '../person/persons.ts'
import { sealBox } from '../seal/box.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { joinHouseholds } from './join-households.ts'
import { readDriver } from './trip-driver.ts'
import { wantedOfTrips, wantedOfVisits, type WantedPackage } from './wanted-packages.ts'

export interface PackagesDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly persons: Persons
  readonly now: () => Instant
}

type PackageRow = TripTables['package']

/**
 * Seals households for phones, each with what the requests it was joined with know: one may tell of the door and another
 * of the phone. A household is opened, and that noted, only when a phone does not have it yet in just this form; else it
 * gets the same bytes again.
 */
export function createPackages({ reader, writer, keys, persons, now }: PackagesDeps) {
  async function give(device: DeviceCaller, staffId: StaffId): Promise<Omit<PackagesAnswer, 'protocol'>> {
    const deviceId = device.deviceId as DeviceId
    const { publicKey, isHere } = readPerson(staffId, device.warehouseId)
    const today = dayInVietnam(now())
    const wanted = isHere
      ? [
          ...wantedOfTrips(reader, { staffId, warehouseId: device.warehouseId, today }),
          ...wantedOfVisits(reader, { staffId, today }),
        ]
      : []
    const known = readGiven(deviceId, staffId)
    if (publicKey === undefined) {
      if (known.size > 0) await writer.write('keepPackages', { deviceId, staffId, fresh: [], ids: [] })
      return { keyMissing: wanted.length > 0, packages: [] }
    }
    const rows: PackageRow[] = []
    const fresh: PackageRow[] = []
    for (const one of wanted) {
      const basis = basisOf(one, publicKey)
      const before = known.get(one.id)
      const row =
        before?.basis === basis && isOfToday(before, one)
          ? before
          : await sealFor(one, { deviceId, staffId, publicKey, basis })
      if (row !== before) fresh.push(row)
      rows.push(row)
    }
    const ids = wanted.map(({ id }) => id)
    const isGone = [...known.keys()].some((id) => !ids.includes(id))
    if (fresh.length > 0 || isGone) await writer.write('keepPackages', { deviceId, staffId, fresh, ids })
    return { keyMissing: false, packages: rows.map((row, i) => packageOf(row, wanted[i]!)) }
  }

  function readPerson(staffId: StaffId, warehouseId: string) {
    const row = reader.get(
      reader.query
        .selectFrom('staffMember')
        .select(['keyBox', 'active', 'warehouseId'])
        .where('id', '=', staffId),
    )
    const isHere = row?.active === 1 && row.warehouseId === warehouseId
    const keyBox = isHere && row.keyBox !== null ? (JSON.parse(row.keyBox) as KeyBox) : undefined
    return { isHere, publicKey: keyBox?.publicKey }
  }

  function readGiven(deviceId: DeviceId, staffId: StaffId): Map<string, PackageRow> {
    const rows = reader.all(
      reader.query
        .selectFrom('package')
        .selectAll()
        .where('deviceId', '=', deviceId)
        .where('staffId', '=', staffId),
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** What is known of a case file and of all that it was joined with, itself first. */
  function readKnown(caseFileId: CaseFileId) {
    return membersOf(reader, caseFileId).flatMap((id) => {
      const row = reader.get(
        reader.query
          .selectFrom('household')
          .select(['caseFileId', 'changedAt', 'marked'])
          .where('caseFileId', '=', id),
      )
      return row ?? []
    })
  }

  /** Changes whenever what is inside would: the key, the household, its marks, which may come later, the driver. */
  function basisOf({ caseFileId, tripId }: WantedPackage, publicKey: string): string {
    const driver =
      tripId &&
      reader.get(reader.query.selectFrom('tripDriver').select('changedAt').where('tripId', '=', tripId))
    return createHash('sha256')
      .update(JSON.stringify([publicKey, readKnown(caseFileId), driver?.changedAt]))
      .digest('base64url')
  }

  async function sealFor(
    { id, kind, caseFileId, tripId, dayOn }: WantedPackage,
    {
      deviceId,
      staffId,
      publicKey,
      basis,
    }: Pick<PackageRow, 'deviceId' | 'staffId' | 'basis'> & { publicKey: string },
  ): Promise<PackageRow> {
    const ids = readKnown(caseFileId).map((row) => row.caseFileId)
    const opened = await persons.readAll(ids, { by: { staffId, deviceId }, why: kind })
    const known = ids.flatMap((id) => opened.get(id) ?? [])
    const household = joinHouseholds(known)
    const driver = tripId ? readDriver(reader, keys, tripId) : null
    const isVisit = kind === 'visit'
    const content: PackageContent = {
      household: household && isVisit ? whomToVisit(household) : household,
      idMarks: isVisit ? [] : ids.flatMap(readIdMarks),
      ...(driver && { driver }),
    }
    const bytes = Buffer.from(JSON.stringify(content))
    const sealed = sealBox(Buffer.from(publicKey, 'base64url'), bytes)
    return {
      deviceId,
      id,
      kind,
      staffId,
      caseFileId,
      tripId: tripId ?? null,
      dayOn,
      basis,
      sealed,
      sealedAt: now(),
    }
  }

  function readIdMarks(caseFileId: CaseFileId) {
    return reader
      .all(
        reader.query
          .selectFrom('householdMark')
          .select('mark')
          .where('caseFileId', '=', caseFileId)
          .where('kind', '=', 'id'),
      )
      .map(({ mark }) => mark)
  }

  return { give }
}

/** The door is asked for by name and phone and found by its place; numbers and years are for the visit to tell. */
function whomToVisit({ persons, ...home }: Household): Household {
  return {
    ...home,
    persons: persons.map(({ name, relation, phone }) => ({
      name,
      ...(relation !== undefined && { relation }),
      ...(phone !== undefined && { phone }),
    })),
  }
}

/** A visit has no day of its own: what was sealed for it is renewed well before a phone wipes it. */
function isOfToday(before: PackageRow, { kind, dayOn }: WantedPackage): boolean {
  return kind === 'visit' ? dayOn <= addDays(before.dayOn, VISIT_RENEWED_DAYS) : before.dayOn === dayOn
}

function packageOf(row: PackageRow, { consignmentId }: WantedPackage): TripPackage {
  const { id, kind, staffId, caseFileId, tripId, dayOn, sealed } = row
  return {
    id,
    kind,
    staffId,
    caseFileId,
    ...(tripId !== null && { tripId }),
    ...(consignmentId !== undefined && { consignmentId }),
    dayOn,
    sealed: Buffer.from(sealed).toString('base64url'),
  }
}

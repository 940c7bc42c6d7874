import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { DeviceId } from '#shared/device/device'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import type { PackageKind } from '#shared/trip/trip-package'
import type { TripId } from '#shared/trip/trip'

/** What belongs to trips beside their documents. */
export interface TripTables {
  /** The number of the newest trip of a day: trips are called by day and number. */
  tripDay: { dayOn: LocalDate; lastNumber: number }
  /** Stops of trips that have not ended; follows from the documents. */
  tripStop: { consignmentId: ConsignmentId; tripId: TripId }
  tripDriver: { tripId: TripId; sealed: Uint8Array; changedAt: Instant; changedBy: StaffId | null }
  /** What a device was given, so that the same is neither sealed nor logged twice. */
  package: {
    deviceId: DeviceId
    id: string
    kind: PackageKind
    staffId: StaffId
    caseFileId: CaseFileId
    tripId: TripId | null
    dayOn: LocalDate
    basis: string
    sealed: Uint8Array
    sealedAt: Instant
  }
}

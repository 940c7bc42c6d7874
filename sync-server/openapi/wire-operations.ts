import * as v from 'valibot'
import { BadLinesSchema, WrongColumnsSchema } from '#shared/desk/desk-import-wire'
import { InvalidAnswerSchema } from '#shared/desk/desk-wire'
import {
  BackToLineSchema,
  DigestAnswerSchema,
  DocumentsAnswerSchema,
  EnrolAnswerSchema,
  EnrolRequestSchema,
  ErrorAnswerSchema,
  HeadLineSchema,
  KeysAnswerSchema,
  PulledMovementSchema,
  PushAnswerSchema,
  PushRequestSchema,
  SnapshotHeadSchema,
  SnapshotRowSchema,
} from '#shared/sync/wire'
import { PartHeaderSchema } from '#shared/part/part'
import { PartAnswerSchema } from '#shared/part/part-wire'
import { FactSchema } from '#shared/sync/fact'
import { PackagesAnswerSchema } from '#shared/trip/trip-package'
import { StaffIdSchema } from '#shared/staff/staff'
import type { Route } from '../access/policy.ts'
import type { Operation } from './operation.ts'

/** Shapes that other shapes speak of only as "unknown", as lines of a stream, or as refusals. */
export const WIRE_COMPONENTS = {
  Fact: FactSchema,
  PartHeader: PartHeaderSchema,
  PulledMovement: PulledMovementSchema,
  SnapshotHead: SnapshotHeadSchema,
  SnapshotRow: SnapshotRowSchema,
  HeadLine: HeadLineSchema,
  BackToLine: BackToLineSchema,
  ErrorAnswer: ErrorAnswerSchema,
  InvalidAnswer: InvalidAnswerSchema,
  WrongColumns: v.object({ error: WrongColumnsSchema }),
  BadLines: v.object({ error: BadLinesSchema }),
} satisfies Record<string, v.GenericSchema>

type DeviceRoute = Extract<Route, `${string} /api/${'sync' | 'devices'}/${string}`>

const WHOLE = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))

/** The wire of the devices, from the schemas that validate it. */
export const WIRE_OPERATIONS: Readonly<Record<DeviceRoute, Operation>> = {
  'POST /api/devices/enrol': {
    summary: 'A one-time code becomes a device token.',
    request: EnrolRequestSchema,
    answer: EnrolAnswerSchema,
    status: 201,
    refusals: [404, 429],
  },
  'POST /api/sync/facts': {
    summary: 'Hand over facts (each a Fact); answered once they are on disk. Safe to repeat.',
    request: PushRequestSchema,
    answer: PushAnswerSchema,
    refusals: [503],
  },
  'GET /api/sync/movements': {
    summary:
      'NDJSON: PulledMovement lines in order, then one HeadLine; with `before` newest first, then one BackToLine.',
    query: v.object({ after: WHOLE, before: WHOLE, limit: WHOLE }),
    contentType: 'application/x-ndjson',
  },
  'GET /api/sync/snapshot': {
    summary: 'NDJSON: one SnapshotHead, then as many SnapshotRow lines as of exactly that head.',
    contentType: 'application/x-ndjson',
  },
  'GET /api/sync/documents/:collection': {
    summary: 'Documents changed since a version; as deleted also those that left the warehouse.',
    query: v.object({ after: WHOLE, limit: WHOLE }),
    answer: DocumentsAnswerSchema,
    refusals: [404],
  },
  'GET /api/sync/documents/:collection/digest': {
    summary: 'Count and digest, to notice drift.',
    answer: DigestAnswerSchema,
    refusals: [404],
  },
  'GET /api/sync/keys': {
    summary: 'What a device seals and marks with, and the repeat rule.',
    answer: KeysAnswerSchema,
  },
  'GET /api/sync/parts/:hash': {
    summary: 'How far the server is with a part; the hash is SHA-256 of its sealed bytes.',
    answer: PartAnswerSchema,
    refusals: [404],
  },
  'PUT /api/sync/parts/:hash': {
    summary:
      'A piece of a part from `offset`, as raw bytes, with a PartHeader as JSON in `x-kho-part`. `taken` once it is on disk. Safe to repeat.',
    query: v.object({ offset: WHOLE }),
    answer: PartAnswerSchema,
    refusals: [400, 404, 413, 503],
  },
  'GET /api/sync/packages': {
    summary:
      'What this device may hold of households for one member of staff, sealed to that person; noted as read.',
    query: v.object({ staff: StaffIdSchema }),
    answer: PackagesAnswerSchema,
  },
  'GET /api/sync/stream': {
    summary: 'Server-sent `head` events: a hint that there is something new.',
    contentType: 'text/event-stream',
  },
}

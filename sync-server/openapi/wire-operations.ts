import type { GenericSchema } from 'valibot'
import {
  BackToLineSchema,
  DigestAnswerSchema,
  DocumentsAnswerSchema,
  EnrolAnswerSchema,
  EnrolRequestSchema,
  HeadLineSchema,
  PublicStockSchema,
  PulledMovementSchema,
  PushAnswerSchema,
  PushRequestSchema,
  SnapshotHeadSchema,
  SnapshotRowSchema,
} from '#shared/sync/wire'
import { FactSchema } from '#shared/sync/fact'

export interface Operation {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly device: boolean
  readonly query?: readonly string[]
  readonly pathParameters?: readonly string[]
  readonly request?: GenericSchema
  readonly answer?: GenericSchema
  readonly contentType?: string
  readonly refusals: readonly number[]
}

const DEVICE_REFUSALS = [401, 403, 426, 429]

/** Shapes that other shapes speak of only as "unknown" or as lines of a stream. */
export const WIRE_COMPONENTS: Readonly<Record<string, GenericSchema>> = {
  Fact: FactSchema,
  PulledMovement: PulledMovementSchema,
  SnapshotHead: SnapshotHeadSchema,
  SnapshotRow: SnapshotRowSchema,
  HeadLine: HeadLineSchema,
  BackToLine: BackToLineSchema,
}

/** The wire for outside programs, from the schemas that validate it. */
export const WIRE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/devices/enrol',
    summary: 'A one-time code becomes a device token.',
    device: false,
    request: EnrolRequestSchema,
    answer: EnrolAnswerSchema,
    refusals: [400, 404, 429],
  },
  {
    method: 'post',
    path: '/api/sync/facts',
    summary: 'Hand over facts (each a Fact); answered once they are on disk. Safe to repeat.',
    device: true,
    request: PushRequestSchema,
    answer: PushAnswerSchema,
    refusals: [400, ...DEVICE_REFUSALS, 413, 503],
  },
  {
    method: 'get',
    path: '/api/sync/movements',
    summary:
      'NDJSON: PulledMovement lines in order, then one HeadLine; with `before` newest first, then one BackToLine.',
    device: true,
    query: ['after', 'before', 'limit'],
    contentType: 'application/x-ndjson',
    refusals: [400, ...DEVICE_REFUSALS],
  },
  {
    method: 'get',
    path: '/api/sync/snapshot',
    summary: 'NDJSON: one SnapshotHead, then as many SnapshotRow lines as of exactly that head.',
    device: true,
    contentType: 'application/x-ndjson',
    refusals: DEVICE_REFUSALS,
  },
  {
    method: 'get',
    path: '/api/sync/documents/{collection}',
    summary: 'Documents changed since a version.',
    device: true,
    pathParameters: ['collection'],
    query: ['after', 'limit'],
    answer: DocumentsAnswerSchema,
    refusals: [400, ...DEVICE_REFUSALS, 404],
  },
  {
    method: 'get',
    path: '/api/sync/documents/{collection}/digest',
    summary: 'Count and digest, to notice drift.',
    device: true,
    pathParameters: ['collection'],
    answer: DigestAnswerSchema,
    refusals: [...DEVICE_REFUSALS, 404],
  },
  {
    method: 'get',
    path: '/api/sync/stream',
    summary: 'Server-sent `head` events: a hint that there is something new.',
    device: true,
    contentType: 'text/event-stream',
    refusals: DEVICE_REFUSALS,
  },
  {
    method: 'get',
    path: '/api/public/stock',
    summary: 'Public totals; no personal data.',
    device: false,
    answer: PublicStockSchema,
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/public/stream',
    summary: 'Server-sent `stock` events with the public totals.',
    device: false,
    contentType: 'text/event-stream',
    refusals: [503],
  },
  { method: 'get', path: '/api/health', summary: 'Liveness.', device: false, refusals: [] },
]

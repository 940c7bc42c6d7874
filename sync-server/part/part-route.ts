import type { Context } from 'hono'
import { Hono } from 'hono'
import { statfs } from 'node:fs/promises'
import * as v from 'valibot'
import {
  PART_CHUNK_BYTES_MAX,
  PART_HEADER,
  PARTS_WAITING_HEADER,
  PartHashSchema,
  PartHeaderSchema,
  type PartHeader,
} from '#shared/part/part'
import { sentenceForPart } from '#shared/part/part-refusal'
import type { PartAnswer } from '#shared/part/part-wire'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { readNumber } from '../sync/read-number.ts'
import type { PartState, PartStore } from './part-store.ts'
import { readHandedIn } from './read-parts.ts'

export interface PartDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly parts: PartStore
  readonly dataFolder: string
  readonly now: () => Instant
}

/** A token in wrong hands must not fill the disk: some ten thousand pictures of one device in one day. */
const BYTES_PER_DAY_MAX = 4_294_967_296
/** Kept free for the ledger. */
const FREE_BYTES_MIN = 268_435_456

/** A device hands over what belongs to its facts but must not lie in them, piece by piece, from wherever it was cut. */
export function partRoute({ reader, writer, parts, dataFolder, now }: PartDeps) {
  const notedByDevice = new Map<string, number>()

  /** What the device still holds with this one, written down when that has changed. */
  async function noteWaiting(c: Context<DeviceEnv>, { state }: PartState): Promise<void> {
    const said = c.req.header(PARTS_WAITING_HEADER) ?? ''
    if (!/^\d{1,6}$/.test(said)) return
    const unsentParts = Number(said) + (state === 'waiting' ? 1 : 0)
    const { deviceId } = c.var.device
    if (notedByDevice.get(deviceId) === unsentParts) return
    notedByDevice.set(deviceId, unsentParts)
    await writer.write('noteContact', { deviceId, at: now(), unsentParts })
  }

  return new Hono<DeviceEnv>()
    .get('/parts/:hash', async (c) => {
      const hash = v.safeParse(PartHashSchema, c.req.param('hash'))
      if (!hash.success) return refuse(c, { kind: 'not-found' })
      const state = await parts.state(c.var.device, hash.output)
      return c.json(answerOf(state, 0))
    })
    .put('/parts/:hash', async (c) => {
      const { device } = c.var
      const hash = v.safeParse(PartHashSchema, c.req.param('hash'))
      if (!hash.success) return refuse(c, { kind: 'not-found' })
      const header = readHeader(c)
      if (!header) return refuse(c, { kind: 'malformed', field: PART_HEADER })
      const offset = readNumber(c, 'offset', { otherwise: 0, min: 0, max: header.size })
      if (offset === undefined) return refuse(c, { kind: 'malformed', field: 'offset' })
      const since = instantFromMs(msFromInstant(now()) - DAY_MS)
      if (readHandedIn(reader, device.deviceId, since) > BYTES_PER_DAY_MAX) {
        return refuse(c, { kind: 'too-many-requests', retryAfterSeconds: 3_600 })
      }
      if (await isDiskFull(dataFolder)) return refuse(c, { kind: 'busy' })
      const bytes = await readChunk(c)
      const isTooMuch = bytes === undefined || offset + bytes.length > header.size
      if (isTooMuch) return refuse(c, { kind: 'too-large', bytesMax: PART_CHUNK_BYTES_MAX })
      const state = await parts.take(device, hash.output, header, { offset, bytes })
      await noteWaiting(c, state)
      return c.json(answerOf(state, header.size))
    })
}

function readHeader(c: Context): PartHeader | undefined {
  try {
    const header = v.safeParse(PartHeaderSchema, JSON.parse(c.req.header(PART_HEADER) ?? ''))
    return header.success ? header.output : undefined
  } catch {
    return undefined
  }
}

/** What came before the line broke is worth having: on a bad one, nothing would ever be whole. */
async function readChunk(c: Context): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of c.req.raw.body ?? []) {
      length += piece.byteLength
      if (length > PART_CHUNK_BYTES_MAX) return undefined
      pieces.push(piece)
    }
  } catch {
    // The line broke: nobody hears the answer, and what is here is kept.
  }
  return Buffer.concat(pieces)
}

async function isDiskFull(dataFolder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dataFolder)
  return bavail * bsize < FREE_BYTES_MIN
}

function answerOf(state: PartState, size: number): PartAnswer {
  switch (state.state) {
    case 'waiting':
      return { protocol: PROTOCOL_VERSION, state: 'waiting', received: state.received }
    case 'taken':
      return { protocol: PROTOCOL_VERSION, state: 'taken', received: size }
    case 'refused': {
      const refused = { ...state.refusal, message: sentenceForPart(state.refusal) }
      return { protocol: PROTOCOL_VERSION, state: 'refused', received: size, refused }
    }
  }
}

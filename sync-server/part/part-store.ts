import { createHash } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { PartHash, PartHeader } from '#shared/part/part'
import type { PartRefusal } from '#shared/part/part-refusal'
import { err, ok, type Result } from '#shared/result'
import { msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { DeviceCaller } from '../device/device-caller.ts'
import { openBox } from '../seal/box.ts'
import { openSealed, seal } from '../seal/seal.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { createIncomingParts } from './incoming-parts.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { createPartFiles, type PartFiles } from './part-files.ts'
import type { PartReceivers } from './part-receivers.ts'
import { readContent, type PartContent } from './read-content.ts'
import { readErasedParts, readPartRow, type PartRow } from './read-parts.ts'

export interface PartStoreDeps {
  readonly dataFolder: string
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly now: () => Instant
  readonly receivers: PartReceivers
  /** Called at named points, so that a test can end the process exactly there. */
  readonly passPoint?: ((point: PartPoint) => void) | undefined
}
export type PartPoint = 'chunk-on-disk' | 'part-on-disk' | 'row-not-answered'

/** How far a part is. */
export type PartState =
  | { readonly state: 'waiting'; readonly received: number }
  | { readonly state: 'taken' }
  | { readonly state: 'refused'; readonly refusal: PartRefusal }

export interface PartStore {
  readonly files: PartFiles
  state(device: DeviceCaller, hash: PartHash): Promise<PartState>
  /** Puts down what came of a part; with the last of it, opens, checks and keeps it. `taken` means: on disk. */
  take(device: DeviceCaller, hash: PartHash, header: PartHeader, chunk: Chunk): Promise<PartState>
  /** A picture that somebody brought to the desk, kept like one from a phone. */
  addPicture(picture: DeskPicture): Promise<Result<PartHash, PartRefusal | { readonly kind: 'erased' }>>
  /** The content of a part that was taken, opened; whoever asks has noted who looks. */
  open(hash: PartHash): Promise<Result<Uint8Array, { readonly kind: 'not-there' }>>
  /** What could not be taken: opened where it can be, else sealed as it came. */
  openRefused(hash: PartHash): Promise<Result<Uint8Array, { readonly kind: 'not-there' }>>
  /** The files of what was erased with a case file: pictures, signatures, texts and their blurred copies. */
  removeErased(caseFileId?: CaseFileId): Promise<void>
  /** Takes away what an end of the server in the middle of erasing left, and what nobody went on with for long. */
  tidy(): Promise<void>
}
export interface DeskPicture {
  readonly caseFileId: CaseFileId
  readonly subjectId: string
  readonly bytes: Uint8Array
}
export interface Chunk {
  readonly offset: number
  readonly bytes: Uint8Array
}

export function createPartStore(deps: PartStoreDeps): PartStore {
  const { dataFolder, reader, writer, keys, now, receivers, passPoint } = deps
  const files = createPartFiles(dataFolder)
  const incoming = createIncomingParts(dataFolder)
  const oneAtATime = createOneAtATime()

  async function finish(device: DeviceCaller, hash: PartHash, header: PartHeader): Promise<PartState> {
    const part = { deviceId: device.deviceId, hash }
    const sealed = await incoming.read(part)
    const isWhole =
      sealed.length === header.size && createHash('sha256').update(sealed).digest('hex') === hash
    const state = isWhole ? await keep(device, hash, header, sealed) : undefined
    await incoming.remove(part)
    return state ?? { state: 'waiting', received: 0 }
  }

  /** The file first, then the row: whoever finds a row finds the file. */
  async function keep(
    device: DeviceCaller,
    hash: PartHash,
    header: PartHeader,
    sealed: Buffer,
  ): Promise<PartState> {
    const { kind, subjectId, caseFileId, size } = header
    const deviceId = device.deviceId as DeviceId
    const content = await read(device, header, sealed)
    if (content.ok) {
      await files.write('kept', hash, seal(keys, content.value.bytes, contextOf(hash)))
      const { value } = content.value
      if (kind !== 'picture' && !isErased(caseFileId))
        await receivers[kind]?.receive({ ...header, hash, deviceId }, value)
    } else {
      await files.write('refused', hash, sealed)
    }
    passPoint?.('part-on-disk')
    const isKept = await writer.write('addPart', {
      hash,
      kind,
      subjectId,
      caseFileId,
      size,
      deviceId,
      receivedAt: now(),
      ...pictureColumns(content),
      refusal: content.ok ? null : JSON.stringify(content.error),
    })
    passPoint?.('row-not-answered')
    if (!isKept) await removeFiles(hash)
    else if (content.ok) await files.remove('refused', hash)
    return content.ok ? { state: 'taken' } : { state: 'refused', refusal: content.error }
  }

  /** What still comes of a case file whose persons were erased tells nobody anything any more. */
  function isErased(caseFileId: PartHeader['caseFileId']): boolean {
    const { query } = reader
    const erasure = query.selectFrom('partErasure').select('erasedAt').where('caseFileId', '=', caseFileId)
    return reader.get(erasure) !== undefined
  }

  async function read(
    device: DeviceCaller,
    header: PartHeader,
    sealed: Buffer,
  ): Promise<Result<PartContent, PartRefusal>> {
    if (device.revokedAt !== null && header.keptAt >= device.revokedAt)
      return err({ kind: 'kept-after-revoked' })
    const opened = openBox(keys, sealed)
    return opened.ok ? readContent(header.kind, opened.value, receivers) : err({ kind: 'not-opened' })
  }

  async function removeFiles(hash: PartHash): Promise<void> {
    await Promise.all([files.remove('kept', hash), files.remove('refused', hash)])
  }

  async function removeErased(caseFileId?: CaseFileId): Promise<void> {
    for (const { hash, publicHash } of readErasedParts(reader, caseFileId)) {
      await removeFiles(hash)
      if (publicHash !== null) await files.remove('public', publicHash)
    }
  }

  return {
    files,
    async state({ deviceId }, hash) {
      const row = readPartRow(reader, hash)
      return row ? stateOf(row) : { state: 'waiting', received: await incoming.received({ deviceId, hash }) }
    },
    take(device, hash, header, { offset, bytes }) {
      return oneAtATime(`${device.deviceId} ${hash}`, async () => {
        const part = { deviceId: device.deviceId, hash }
        const row = readPartRow(reader, hash)
        if (row && (row.refusal === null || row.erasedAt !== null)) {
          // Left behind when the server ended before it answered.
          await incoming.remove(part)
          return stateOf(row)
        }
        // Handed in once more by a person's wish: what stood in its way may have been put right.
        const asItCame = row && (await files.read('refused', hash))
        if (asItCame) return keep(device, hash, header, asItCame)
        const received = await incoming.append(part, offset, bytes)
        passPoint?.('chunk-on-disk')
        return received < header.size ? { state: 'waiting', received } : finish(device, hash, header)
      })
    },
    async addPicture({ caseFileId, subjectId, bytes }) {
      const content = await readContent('picture', bytes, receivers)
      if (!content.ok) return content
      const kept = content.value.bytes
      // Of this case file: the same picture may belong to another as well.
      const hash = createHash('sha256').update(`${caseFileId}\0`).update(kept).digest('hex') as PartHash
      await files.write('kept', hash, seal(keys, kept, contextOf(hash)))
      const isKept = await writer.write('addPart', {
        hash,
        kind: 'picture',
        subjectId,
        caseFileId,
        size: kept.length,
        deviceId: DESK,
        receivedAt: now(),
        ...pictureColumns(content),
        refusal: null,
      })
      if (isKept) return ok(hash)
      await removeFiles(hash)
      return err({ kind: 'erased' })
    },
    async open(hash) {
      const sealed = await files.read('kept', hash)
      const opened = sealed && openSealed(keys, sealed, contextOf(hash))
      return opened?.ok ? opened : err({ kind: 'not-there' })
    },
    async openRefused(hash) {
      const sealed = await files.read('refused', hash)
      if (!sealed) return err({ kind: 'not-there' })
      const opened = openBox(keys, sealed)
      return opened.ok ? opened : ok(sealed)
    },
    removeErased,
    async tidy() {
      await removeErased()
      await incoming.tidy(msFromInstant(now()))
    },
  }
}

/** What no device brought. */
const DESK = 'desk' as DeviceId

/** So that one sealed file cannot stand in for another. */
function contextOf(hash: PartHash): string {
  return `part:${hash}`
}

function stateOf({ refusal }: PartRow): PartState {
  if (refusal === null) return { state: 'taken' }
  return { state: 'refused', refusal: JSON.parse(refusal) as PartRefusal }
}

function pictureColumns(
  content: Result<PartContent, PartRefusal>,
): Pick<PartRow, 'type' | 'width' | 'height'> {
  const picture = content.ok ? content.value.picture : undefined
  return { type: picture?.type ?? null, width: picture?.width ?? null, height: picture?.height ?? null }
}

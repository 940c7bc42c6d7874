import { PICTURE_FILE_BYTES_MAX } from '#shared/part/picture'
import type { PartHash, PartHeader } from '#shared/part/part'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { drawAnew } from './draw-picture.ts'
import { keepPart, type KeepRefusal } from './part-store.ts'

export type TakeRefusal =
  | KeepRefusal
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'file-too-large'; readonly bytesMax: number }

export interface TakenPicture {
  readonly hash: PartHash
  /** Small, and in memory alone: on the disk there is only what the server can open. */
  readonly thumbnail: Blob
}

/**
 * What a camera or a gallery gave, drawn anew at a size that travels: place, time and maker of the phone stay behind.
 * Then sealed, named by its hash and put on disk.
 */
export async function takePicture(
  db: LedgerDatabase,
  file: Blob,
  about: Pick<PartHeader, 'subjectId' | 'caseFileId'>,
): Promise<Result<TakenPicture, TakeRefusal>> {
  if (file.size > PICTURE_FILE_BYTES_MAX) {
    return err({ kind: 'file-too-large', bytesMax: PICTURE_FILE_BYTES_MAX })
  }
  const drawn = await drawAnew(file)
  if (!drawn) return err({ kind: 'not-a-picture' })
  const plain = new Uint8Array(await drawn.picture.arrayBuffer())
  const kept = await keepPart(db, { kind: 'picture', ...about, plain, held: true })
  return kept.ok ? ok({ hash: kept.value, thumbnail: drawn.thumbnail }) : kept
}

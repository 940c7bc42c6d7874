import { err, ok, type Result } from '#shared/result'
import type { DecoderThread } from './decoder-thread.ts'
import { pagePictureFrom } from './frame-loop.ts'
import type { DecodedSymbol, ScanRefusal } from './scan.ts'

/** Reads the codes of a photograph that was taken or chosen; the picture never leaves the device. */
export async function readPicture(
  file: Blob,
  decoder: Pick<DecoderThread, 'decodeStill'>,
): Promise<Result<readonly DecodedSymbol[], ScanRefusal>> {
  let picture
  try {
    const bitmap = await createImageBitmap(file)
    picture = await pagePictureFrom(bitmap, bitmap.width, bitmap.height)
    bitmap.close()
  } catch {
    return err({ kind: 'picture-unreadable' })
  }
  if (!picture) return err({ kind: 'picture-unreadable' })
  try {
    const symbols = await decoder.decodeStill(picture)
    return symbols.length > 0 ? ok(symbols) : err({ kind: 'nothing-in-picture' })
  } catch {
    return err({ kind: 'decoder-missing' })
  }
}

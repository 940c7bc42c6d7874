import type { PartHash } from '#shared/part/part'

/**
 * A note beside the store for each part that is only here: it outlives a store that the browser threw away, and so
 * tells what is lost. One key each, so that two windows never write over each other.
 */
const PREFIX = 'kho4d-part:'

/** After the part is on disk. */
export function markPart(hash: PartHash): void {
  localStorage.setItem(PREFIX + hash, '1')
}

/** Before the part leaves the disk, so that a note without a part means a loss. */
export function unmarkPart(hash: PartHash): void {
  localStorage.removeItem(PREFIX + hash)
}

export function markedParts(): PartHash[] {
  const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
  return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length) as PartHash)
}

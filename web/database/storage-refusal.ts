import { err, type Result } from '#shared/result'

/** Why something could not be put on this tablet's disk. Nothing was recorded then, and nothing is lost. */
export type StorageRefusal =
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-broken'; readonly detail: string }
  | { readonly kind: 'not-enrolled' }

/** Runs a write and turns what a disk can do to it into a refusal; bugs of ours still throw. */
export async function refuseStorageFailure<Value, Refusal>(
  write: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | StorageRefusal>> {
  try {
    return await write()
  } catch (error) {
    const name = failureName(error)
    if (name.includes('QuotaExceeded')) return err({ kind: 'storage-full' })
    if (DISK_FAILURES.some((failure) => name.includes(failure))) {
      return err({ kind: 'storage-broken', detail: name })
    }
    throw error
  }
}

const DISK_FAILURES = [
  'AbortError',
  'UnknownError',
  'DatabaseClosed',
  'OpenFailed',
  'InvalidStateError',
  'TimeoutError',
]

/** Dexie wraps the browser's error: the inner name says what happened. */
function failureName(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } }
  return [name, inner?.name].filter((part) => typeof part === 'string').join(' ')
}

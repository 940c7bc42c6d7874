import type { Sentence } from '#shared/i18n/text'
import { err, ok, type Result } from '#shared/result'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { EnrolAnswerSchema, ErrorAnswerSchema } from '#shared/sync/wire'
import * as v from 'valibot'
import { markInUse } from '../database/restore-from-journal.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

export type EnrolRefusal =
  | { readonly kind: 'unreachable' }
  /** The server said no, in a sentence of its own: the code is wrong, used or too old, or there were too many attempts. */
  | { readonly kind: 'turned-away'; readonly message: Sentence }
  /** This tablet still has something that only the old enrolment can send. */
  | { readonly kind: 'enrolled-already' }

/** Makes this tablet one of a warehouse with a one-time code from the desk. Online only. */
export async function enrolDevice(
  db: LedgerDatabase,
  code: string,
  name: string,
): Promise<Result<DeviceIdentity, EnrolRefusal>> {
  if (await readMeta(db, 'identity')) return err({ kind: 'enrolled-already' })
  const asked = await askServer(code, name)
  if (!asked.ok) return asked

  const { deviceId, token, warehouseId, warehouseName } = asked.value
  const identity: DeviceIdentity = { deviceId, token, warehouseId, warehouseName }
  await db.journal.writeIdentity(identity)
  await writeMeta(db, 'identity', identity)
  markInUse(deviceId)
  for (const listener of db.recorded) listener()
  return ok(identity)
}

async function askServer(
  code: string,
  name: string,
): Promise<Result<v.InferOutput<typeof EnrolAnswerSchema>, EnrolRefusal>> {
  let response: Response
  let answer: unknown
  try {
    response = await fetch('/api/devices/enrol', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kho-protocol': String(PROTOCOL_VERSION) },
      body: JSON.stringify({ code: code.trim(), name: name.trim() }),
      signal: AbortSignal.timeout(20_000),
    })
    answer = await response.json()
  } catch {
    return err({ kind: 'unreachable' })
  }
  const enrolled = v.safeParse(EnrolAnswerSchema, answer)
  if (response.ok && enrolled.success) return ok(enrolled.output)
  const refused = v.safeParse(ErrorAnswerSchema, answer)
  if (refused.success && response.status < 500) {
    return err({ kind: 'turned-away', message: refused.output.error.message })
  }
  return err({ kind: 'unreachable' })
}

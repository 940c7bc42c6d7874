import { ok, type Result } from '#shared/result'
import { PackagesAnswerSchema } from '#shared/trip/trip-package'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { keepPackages, packageHolders } from '../trip/package-store.ts'
import { readAnswer, type ContactFailure, type ServerClient } from './server-client.ts'

/** Fetches what this device may hold of households; what is not in the answer any more is wiped with it. */
export async function pullPackages(
  db: LedgerDatabase,
  server: ServerClient,
): Promise<Result<void, ContactFailure>> {
  for (const staffId of await packageHolders(db)) {
    const answer = await server.get(`/api/sync/packages?staff=${encodeURIComponent(staffId)}`)
    if (!answer.ok) return answer
    const packages = await readAnswer(answer.value, PackagesAnswerSchema)
    if (!packages.ok) return packages
    await keepPackages(db, staffId, packages.value)
  }
  return ok(undefined)
}

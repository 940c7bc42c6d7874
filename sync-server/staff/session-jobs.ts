import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

export interface NewSession {
  readonly idHash: string
  readonly staffId: StaffId
  readonly csrf: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** Sessions that have run out go on the way. */
export function startSession(db: WriterDb, session: NewSession): void {
  db.run(db.query.deleteFrom('session').where('expiresAt', '<=', session.createdAt))
  db.run(db.query.insertInto('session').values(session))
}

export function extendSession(
  db: WriterDb,
  { idHash, expiresAt }: Pick<NewSession, 'idHash' | 'expiresAt'>,
): void {
  db.run(db.query.updateTable('session').set({ expiresAt }).where('idHash', '=', idHash))
}

export function endSession(db: WriterDb, { idHash }: Pick<NewSession, 'idHash'>): void {
  db.run(db.query.deleteFrom('session').where('idHash', '=', idHash))
}

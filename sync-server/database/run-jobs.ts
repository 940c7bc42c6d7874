import type { Sqlite } from './open-database.ts'
import type { WriterDb } from './writer-db.ts'
import { WRITER_JOBS, type JobName } from './writer-jobs.ts'

export interface JobRequest {
  readonly name: JobName
  readonly args: unknown
}
export type JobOutcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: unknown }

/**
 * Runs jobs in one transaction, each in its own savepoint: a job that throws takes back only its own work. Outcomes
 * are handed back after COMMIT; when that fails, nothing happened and it throws.
 */
export function runJobs(sqlite: Sqlite, db: WriterDb, requests: readonly JobRequest[]): JobOutcome[] {
  db.prepare('BEGIN IMMEDIATE').run()
  try {
    const outcomes = requests.map((request) => runJob(db, request))
    db.prepare('COMMIT').run()
    return outcomes
  } catch (error) {
    if (sqlite.inTransaction) db.prepare('ROLLBACK').run()
    throw error
  }
}

function runJob(db: WriterDb, { name, args }: JobRequest): JobOutcome {
  db.prepare('SAVEPOINT job').run()
  try {
    const job = WRITER_JOBS[name] as (db: WriterDb, args: unknown) => unknown
    const answer = job(db, args)
    db.prepare('RELEASE job').run()
    return { ok: true, answer }
  } catch (error) {
    db.prepare('ROLLBACK TO job').run()
    db.prepare('RELEASE job').run()
    return { ok: false, error }
  }
}

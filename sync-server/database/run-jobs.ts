import { isBusy } from './is-busy.ts'
import type { Sqlite } from './open-database.ts'
import type { WriterDb } from './writer-db.ts'
import { appendPushes } from '../movement/append-facts.ts'
import { WRITER_JOBS, type JobArgs, type JobName } from './writer-jobs.ts'

export interface JobRequest {
  readonly name: JobName
  readonly args: unknown
}
export type JobOutcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: unknown }

export type RunJobs = (requests: readonly JobRequest[]) => JobOutcome[]

/**
 * Runs jobs in one transaction. A job that throws takes back only its own work: as that is rare and a savepoint copies
 * every page it touches, all run without first, and only when one throws, again from the start with a savepoint each.
 * Outcomes are handed back after COMMIT; when that fails, nothing happened and it throws.
 */
export function createJobRunner(sqlite: Sqlite, db: WriterDb): RunJobs {
  const dataVersion = sqlite.prepare('PRAGMA data_version').pluck()
  let seenVersion = dataVersion.get()

  return (requests) => {
    try {
      return inTransaction(() => callAll(requests).map((answer) => ({ ok: true, answer })))
    } catch (error) {
      // Whoever waits has waited long enough: they are asked to come back.
      if (isBusy(error)) throw error
      return inTransaction(() => requests.map(inSavepoint))
    }
  }

  function inTransaction(work: () => JobOutcome[]): JobOutcome[] {
    db.prepare('BEGIN IMMEDIATE').run()
    try {
      const version = dataVersion.get()
      if (version !== seenVersion) db.forget()
      seenVersion = version
      const outcomes = work()
      db.prepare('COMMIT').run()
      return outcomes
    } catch (error) {
      db.forget()
      if (sqlite.inTransaction) db.prepare('ROLLBACK').run()
      throw error
    }
  }

  function inSavepoint(request: JobRequest): JobOutcome {
    db.prepare('SAVEPOINT job').run()
    try {
      const answer = call(request)
      db.prepare('RELEASE job').run()
      return { ok: true, answer }
    } catch (error) {
      db.forget()
      db.prepare('ROLLBACK TO job').run()
      db.prepare('RELEASE job').run()
      return { ok: false, error }
    }
  }

  /** Pushes next to each other are taken together. */
  function callAll(requests: readonly JobRequest[]): unknown[] {
    const answers: unknown[] = []
    while (answers.length < requests.length) {
      const rest = requests.slice(answers.length)
      const other = rest.findIndex(({ name }) => name !== 'appendFacts')
      const pushes = other === -1 ? rest : rest.slice(0, other)
      if (pushes.length === 0) answers.push(call(rest[0]!))
      else
        answers.push(
          ...appendPushes(
            db,
            pushes.map(({ args }) => args as JobArgs<'appendFacts'>),
          ),
        )
    }
    return answers
  }

  function call({ name, args }: JobRequest): unknown {
    const job = WRITER_JOBS[name] as (db: WriterDb, args: unknown) => unknown
    return job(db, args)
  }
}

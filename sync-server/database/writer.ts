import { Worker } from 'node:worker_threads'
import { assert } from '#shared/assert'
import { migrate } from './migrate.ts'
import { openForWriting } from './open-database.ts'
import { createJobRunner } from './run-jobs.ts'
import { createWriterDb } from './writer-db.ts'
import type { JobAnswer, JobArgs, JobName } from './writer-jobs.ts'
import type { ThreadAnswer, ThreadRequest } from './writer-thread.ts'

/** The only way to change the database. An answer means: on disk. */
export interface Writer {
  write<Name extends JobName>(name: Name, args: JobArgs<Name>): Promise<JobAnswer<Name>>
  /** Jobs not yet answered. */
  readonly waiting: number
  close(): Promise<void>
}

/** One thread writes, so that commits are shared and the main thread never waits for the disk. */
export function createWriter(folder: string, { onCommit }: { onCommit?: () => void } = {}): Writer {
  migrate(folder)
  const worker = new Worker(new URL('writer-thread.ts', import.meta.url), { workerData: { folder } })
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const pending = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  let failure: unknown

  worker.on('message', (answers: ThreadAnswer) => {
    onCommit?.()
    for (const { id, outcome } of answers) {
      const waiting = pending.get(id)
      assert(waiting, `an answer to an unknown job ${id}`)
      pending.delete(id)
      if (outcome.ok) waiting.resolve(outcome.answer)
      else waiting.reject(outcome.error)
    }
  })
  worker.on('error', stop)
  worker.on('exit', () => stop(new Error('the writer thread has ended')))

  function stop(error: unknown): void {
    failure ??= error
    for (const { reject } of pending.values()) reject(failure)
    pending.clear()
  }

  return {
    write<Name extends JobName>(name: Name, args: JobArgs<Name>): Promise<JobAnswer<Name>> {
      if (failure !== undefined) return Promise.reject(failure)
      const id = ++lastId
      const deferred = Promise.withResolvers<unknown>()
      pending.set(id, deferred)
      worker.postMessage({ kind: 'job', id, name, args } satisfies ThreadRequest)
      return deferred.promise as Promise<JobAnswer<Name>>
    },
    get waiting() {
      return pending.size
    },
    async close() {
      if (failure === undefined) worker.postMessage({ kind: 'close' } satisfies ThreadRequest)
      await exited
    },
  }
}

/** The same jobs on a connection of their own in this thread: for the command line, also beside a running server. */
export function openWriterInProcess(folder: string): Writer {
  migrate(folder)
  const sqlite = openForWriting(folder)
  const runJobs = createJobRunner(sqlite, createWriterDb(sqlite))
  return {
    waiting: 0,
    async write<Name extends JobName>(name: Name, args: JobArgs<Name>): Promise<JobAnswer<Name>> {
      const [outcome] = runJobs([{ name, args }])
      assert(outcome, 'no outcome')
      if (!outcome.ok) throw outcome.error
      return outcome.answer as JobAnswer<Name>
    },
    async close() {
      sqlite.close()
    },
  }
}

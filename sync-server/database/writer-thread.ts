import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/assert'
import { openForWriting } from './open-database.ts'
import { createJobRunner, type JobOutcome, type JobRequest } from './run-jobs.ts'
import { createWriterDb } from './writer-db.ts'

export type ThreadRequest =
  | ({ readonly kind: 'job'; readonly id: number } & JobRequest)
  | { readonly kind: 'close' }
export type ThreadAnswer = readonly { readonly id: number; readonly outcome: JobOutcome }[]

/** Jobs that share one commit at most: more would keep the first one waiting too long. */
const JOBS_PER_COMMIT_MAX = 64

const port = parentPort
assert(port, 'writer-thread.ts runs as a worker')
const { folder } = workerData as { folder: string }
const sqlite = openForWriting(folder)
const runJobs = createJobRunner(sqlite, createWriterDb(sqlite))

port.on('message', (first: ThreadRequest) => {
  const requests = [first]
  while (requests.length < JOBS_PER_COMMIT_MAX) {
    const next = receiveMessageOnPort(port)
    if (!next) break
    requests.push(next.message)
  }
  const jobs = requests.filter((request) => request.kind === 'job')
  if (jobs.length > 0) port.postMessage(answer(jobs))
  if (jobs.length < requests.length) {
    sqlite.close()
    port.close()
  }
})

function answer(jobs: readonly (JobRequest & { readonly id: number })[]): ThreadAnswer {
  try {
    const outcomes = runJobs(jobs)
    return jobs.map(({ id }, index) => ({ id, outcome: outcomes[index]! }))
  } catch (error) {
    return jobs.map(({ id }) => ({ id, outcome: { ok: false, error } }))
  }
}

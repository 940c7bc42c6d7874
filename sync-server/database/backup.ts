import { Worker } from 'node:worker_threads'

/** Copies the database as of one moment into a new file, beside a running server: `db.backup` never ends beside a writer. */
export function backupDatabase(folder: string, targetPath: string): Promise<void> {
  const worker = new Worker(new URL('backup-thread.ts', import.meta.url), {
    workerData: { folder, targetPath },
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the backup ended with code ${code}`)),
    )
  })
}

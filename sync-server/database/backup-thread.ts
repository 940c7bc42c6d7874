import { closeSync, openSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { openForReading } from './open-database.ts'

const { folder, targetPath } = workerData as { folder: string; targetPath: string }
const sqlite = openForReading(folder)
sqlite.pragma('query_only = OFF')
// Readable by nobody else from its first byte: SQLite takes an empty file as a new one.
closeSync(openSync(targetPath, 'wx', 0o600))
sqlite.prepare('VACUUM INTO ?').run(targetPath)
sqlite.close()

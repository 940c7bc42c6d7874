import { workerData } from 'node:worker_threads'
import { openForReading } from './open-database.ts'

const { folder, targetPath } = workerData as { folder: string; targetPath: string }
const sqlite = openForReading(folder)
sqlite.pragma('query_only = OFF')
sqlite.prepare('VACUUM INTO ?').run(targetPath)
sqlite.close()

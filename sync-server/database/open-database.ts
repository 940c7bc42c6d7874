import SqliteDatabase from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '#shared/assert'

export type Sqlite = SqliteDatabase.Database

const BUSY_TIMEOUT_MS = 10_000

export function databasePath(folder: string): string {
  return join(folder, 'kho4d.sqlite')
}

/** Whether a server has ever been started here: opening for writing would make a new, empty one. */
export function hasDatabase(folder: string): boolean {
  return existsSync(databasePath(folder))
}

/**
 * Opens the one file for writing. `synchronous = FULL` is asserted because in WAL the common NORMAL loses
 * acknowledged facts in a power cut; foreign keys are off because one unknown lot must not refuse a movement.
 */
export function openForWriting(folder: string): Sqlite {
  // Names, phone numbers and PIN hashes lie in there: nobody else on the machine may look.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const sqlite = new SqliteDatabase(databasePath(folder), { timeout: BUSY_TIMEOUT_MS })
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('wal_autocheckpoint = 16000')
  assert(sqlite.pragma('journal_mode', { simple: true }) === 'wal', 'the database is not in WAL')
  assert(sqlite.pragma('synchronous', { simple: true }) === 2, 'synchronous is not FULL')
  return sqlite
}

export function openForReading(folder: string): Sqlite {
  const sqlite = new SqliteDatabase(databasePath(folder), { readonly: true, timeout: BUSY_TIMEOUT_MS })
  sqlite.pragma('query_only = ON')
  sqlite.pragma('cache_size = -32768')
  sqlite.pragma('mmap_size = 268435456')
  return sqlite
}

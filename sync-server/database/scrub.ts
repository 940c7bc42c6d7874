import { openForWriting } from './open-database.ts'

/** Writes the whole file anew and empties the log beside it: what was deleted before can be found nowhere in either. */
export function scrubDatabase(folder: string): void {
  const sqlite = openForWriting(folder)
  try {
    sqlite.exec('VACUUM')
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
}

/** Moves what is committed into the file and empties the log, in which erased rows would otherwise live on for a while. */
export function emptyLog(folder: string): void {
  const sqlite = openForWriting(folder)
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
}

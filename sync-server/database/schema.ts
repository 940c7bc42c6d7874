import type { LedgerTables } from './ledger-tables.ts'
import type { LifeTables } from './life-tables.ts'
import type { PartTables } from './part-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { PersonTables } from './person-tables.ts'
import type { PublicationTables } from './publication-tables.ts'
import type { RequestTables } from './request-tables.ts'
import type { TripTables } from './trip-tables.ts'

/** Every table. Columns are spelled like fields, so rows need no mapping. */
export type Database = LedgerTables &
  LifeTables &
  PartTables &
  PeopleTables &
  PersonTables &
  PublicationTables &
  RequestTables &
  TripTables

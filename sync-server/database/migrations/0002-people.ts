/**
 * Accounts, sessions, devices and households. What is secret lies here only as a hash; what is known about persons in
 * need lies in `caseFilePrivate` alone, apart from everything that tablets or the public can read.
 */
export const PEOPLE_SQL = `
CREATE TABLE warehouse (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  codeFolded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  lastShelf INTEGER NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE staffMember (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  warehouseId TEXT,
  userName TEXT UNIQUE,
  passwordHash TEXT,
  pinHash TEXT,
  active INTEGER NOT NULL,
  createdAt TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE session (
  idHash TEXT PRIMARY KEY,
  staffId TEXT NOT NULL,
  csrf TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  expiresAt TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessionByStaff ON session (staffId);
CREATE INDEX sessionByExpiry ON session (expiresAt);

-- keyHash stands for a user name or an address: what people type by mistake is not kept
CREATE TABLE signInFailure (
  keyHash TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  lastAt TEXT NOT NULL,
  lockedUntil TEXT
) WITHOUT ROWID;
CREATE INDEX signInFailureByLast ON signInFailure (lastAt);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  warehouseId TEXT NOT NULL,
  name TEXT NOT NULL,
  tokenHash TEXT NOT NULL UNIQUE,
  enrolledAt TEXT NOT NULL,
  revokedAt TEXT
) WITHOUT ROWID;
CREATE INDEX deviceByWarehouse ON device (warehouseId);

CREATE TABLE enrolCode (
  codeHash TEXT PRIMARY KEY,
  warehouseId TEXT NOT NULL,
  createdBy TEXT,
  expiresAt TEXT NOT NULL,
  usedAt TEXT
) WITHOUT ROWID;
CREATE INDEX enrolCodeByExpiry ON enrolCode (expiresAt);

CREATE TABLE setupCode (
  codeHash TEXT PRIMARY KEY,
  createdAt TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE caseFilePrivate (
  caseFileId TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  changedBy TEXT
) WITHOUT ROWID;

-- the planner takes it for queries that name the collection and the expression in just these words
CREATE INDEX "caseFileByCode" ON "document" (upper(json_extract("body", '$.code')))
  WHERE "collection" = 'caseFiles';

CREATE TABLE importRun (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  importedAt TEXT NOT NULL,
  importedBy TEXT,
  newCount INTEGER NOT NULL,
  changedCount INTEGER NOT NULL,
  unchangedCount INTEGER NOT NULL,
  badCount INTEGER NOT NULL
) WITHOUT ROWID;
`

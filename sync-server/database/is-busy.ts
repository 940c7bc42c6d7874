/**
 * Another process held the database for longer than we wait, such as a rebuild from the command line. Told by its words:
 * an error that comes from the writer's thread has lost its code.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message === 'database is locked'
}

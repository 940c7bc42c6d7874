/** One line per event, for the person who runs the server. Never a body, a name, a token or an address. */
export interface ServerLog {
  error(event: string, fields: Readonly<Record<string, string | number>>, error: unknown): void
}

export function createServerLog(write: (line: string) => void): ServerLog {
  return {
    error(event, fields, error) {
      const stack = error instanceof Error ? error.stack : String(error)
      write(`${JSON.stringify({ level: 'error', event, ...fields })}\n${stack ?? ''}\n`)
    },
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { LocalDateSchema, type LocalDate } from '#shared/time/time'

const SaltFileSchema = v.object({
  dayOn: LocalDateSchema,
  salt: v.pipe(
    v.string(),
    v.regex(/^[\w-]{43}$/),
    v.transform((text) => Buffer.from(text, 'base64url')),
  ),
})
type Salt = v.InferOutput<typeof SaltFileSchema>

export interface DaySalt {
  /** The one of this day; made when there is none, and then every other is gone. */
  of(day: LocalDate): Uint8Array
  /** Leaves none but that of this day. */
  keepOnly(day: LocalDate): void
}

/**
 * Random bytes of one day. They lie in a file beside the database, in no backup of it, so that a server that starts again
 * at noon knows who came in the morning, and nobody knows it the day after.
 */
export function createDaySalt(path: string): DaySalt {
  let known = readSalt(path)

  function keepOnly(day: LocalDate): void {
    if (!known || known.dayOn === day) return
    known = undefined
    rmSync(path, { force: true })
  }
  return {
    keepOnly,
    of(day) {
      keepOnly(day)
      known ??= writeSalt(path, day)
      return known.salt
    },
  }
}

/** A file that cannot be read is as good as none: then somebody may be counted twice. */
function readSalt(path: string): Salt | undefined {
  if (!existsSync(path)) return undefined
  try {
    return v.parse(SaltFileSchema, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

function writeSalt(path: string, dayOn: LocalDate): Salt {
  const salt = randomBytes(32)
  writeFileSync(`${path}.new`, JSON.stringify({ dayOn, salt: salt.toString('base64url') }), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return { dayOn, salt }
}

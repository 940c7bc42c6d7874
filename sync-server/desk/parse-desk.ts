import type { Context } from 'hono'
import * as v from 'valibot'
import type { FieldRefusal } from '#shared/desk/desk-wire'
import { err, ok, type Result } from '#shared/result'
import type { DeskRefusal } from './desk-refusal.ts'
import { SENTENCE_BY_FIELD, UNKNOWN_FIELD } from './field-sentences.ts'

/** The body of a request by its schema; a wrong field is named with a sentence that says what belongs there. */
export async function parseBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, DeskRefusal>> {
  let body: unknown
  try {
    body = await c.req.json()
  } catch {
    return err({ kind: 'malformed' })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return err({ kind: 'malformed' })
  return parseFields(body, schema)
}

export function parseQuery<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Result<v.InferOutput<Schema>, DeskRefusal> {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  return parseFields(Object.fromEntries(given), schema)
}

export function parseFields<Schema extends v.GenericSchema>(
  input: unknown,
  schema: Schema,
): Result<v.InferOutput<Schema>, DeskRefusal> {
  const result = v.safeParse(schema, input)
  if (result.success) return ok(result.output)
  const names = new Set(result.issues.map(({ path }) => String(path?.[0]?.key ?? '')))
  const fields: FieldRefusal[] = [...names].map((field) => ({
    field: field.slice(0, 60),
    message: SENTENCE_BY_FIELD[field] ?? UNKNOWN_FIELD,
  }))
  return err({ kind: 'invalid', fields })
}

import type { Context } from 'hono'
import * as v from 'valibot'
import type { FieldRefusal } from '#shared/desk/desk-wire'
import type { Sentence } from '#shared/i18n/text'
import { err, ok, type Result } from '#shared/result'
import { readJsonBody } from '../http/read-body.ts'
import type { DeskRefusal } from './desk-refusal.ts'
import { SENTENCE_BY_FIELD, UNKNOWN_FIELD } from './field-sentences.ts'

const BODY_BYTES_MAX = 262_144

/** The body of a request by its schema; a wrong field is named with a sentence that says what belongs there. */
export async function parseBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  bytesMax = BODY_BYTES_MAX,
): Promise<Result<v.InferOutput<Schema>, DeskRefusal>> {
  const body = await readJsonBody(c, bytesMax)
  if (!body.ok) return body
  const isObject = typeof body.value === 'object' && body.value !== null && !Array.isArray(body.value)
  return isObject ? parseFields(body.value, schema) : err({ kind: 'malformed' })
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
  const issueByName = new Map<string, v.BaseIssue<unknown>>()
  for (const issue of result.issues) {
    const name = fieldName(issue.path?.[0]?.key)
    if (!issueByName.has(name)) issueByName.set(name, issue)
  }
  const fields: FieldRefusal[] = Array.from(issueByName, ([field, issue]) => ({
    field: field.slice(0, 60),
    message: tooLong(issue) ?? SENTENCE_BY_FIELD[field] ?? oneOf(issue) ?? UNKNOWN_FIELD,
  }))
  return err({ kind: 'invalid', fields })
}

/** A text that is right but for its length; what lies inside a field has the sentence of that field. */
function tooLong({ type, input, requirement, path }: v.BaseIssue<unknown>): Sentence | undefined {
  if (type !== 'max_length' || typeof input !== 'string' || path?.length !== 1) return undefined
  return {
    vi: `Dài quá: tối đa ${String(requirement)} chữ. Hãy viết ngắn lại.`,
    en: `Too long: ${String(requirement)} letters at most. Make it shorter.`,
  }
}

/** Words of the wire, for which each route has its own choice. */
function oneOf({ type, expected }: v.BaseIssue<unknown>): Sentence | undefined {
  if (type !== 'picklist' || expected === null) return undefined
  const words = expected.replace(/[()"]/g, '').replaceAll(' | ', ', ')
  return { vi: `Phải là một trong: ${words}.`, en: `Must be one of: ${words}.` }
}

/** The body as a whole has no name. */
function fieldName(key: unknown): string {
  return typeof key === 'string' ? key : ''
}

import * as v from 'valibot'
import { SentenceSchema } from './desk-wire.ts'

export const IMPORT_KINDS = ['items', 'case-files', 'requests'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export const IMPORT_BYTES_MAX = 16 * 1_048_576
export const IMPORT_LINES_MAX = 50_000
/** An answer names this many bad lines at most; `counts.bad` counts all. */
export const BAD_LINES_SHOWN = 200

/**
 * POST /api/desk/imports/items and /api/desk/imports/case-files. The file as text or its bytes in base64 (then the
 * encoding is detected). Without `commit` nothing is stored. With it all lines are stored or none; `skipBad` stores the
 * good ones although others are bad.
 */
export const ImportRequestSchema = v.strictObject({
  text: v.optional(v.string()),
  base64: v.optional(v.string()),
  commit: v.boolean(),
  skipBad: v.optional(v.boolean(), false),
})
export type ImportRequest = v.InferInput<typeof ImportRequestSchema>

/** Line numbers count as a spreadsheet shows them: the header is line 1. */
export const BadLineSchema = v.object({ line: v.number(), column: v.string(), message: SentenceSchema })
export type BadLine = v.InferOutput<typeof BadLineSchema>

/** GET /api/desk/imports/<kind>/template gives a CSV file to fill in. */
export const ImportAnswerSchema = v.object({
  kind: v.picklist(IMPORT_KINDS),
  committed: v.boolean(),
  counts: v.object({ new: v.number(), changed: v.number(), unchanged: v.number(), bad: v.number() }),
  badLines: v.array(BadLineSchema),
  /** Columns of the file that nobody reads. */
  ignoredColumns: v.array(v.string()),
  /** New goods whose line leaves a cell empty that matters: how many, what they become, and how to say it instead. */
  assumed: v.array(v.object({ column: v.string(), lines: v.number(), message: SentenceSchema })),
})
export type ImportAnswer = v.InferOutput<typeof ImportAnswerSchema>

/** 400 with `error.kind` `wrong-columns`: names what was expected, what was found, and what says the same thing twice. */
export const WrongColumnsSchema = v.object({
  kind: v.literal('wrong-columns'),
  message: SentenceSchema,
  expected: v.array(v.string()),
  found: v.array(v.string()),
  /** Titles that name one and the same column, if that is all that is wrong. */
  twice: v.optional(v.array(v.string())),
})

/** 409 with `error.kind` `bad-lines`: a commit without `skipBad` met bad lines and stored nothing. */
export const BadLinesSchema = v.object({
  kind: v.literal('bad-lines'),
  message: SentenceSchema,
  preview: ImportAnswerSchema,
})

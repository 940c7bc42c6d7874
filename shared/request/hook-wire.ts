import * as v from 'valibot'
import { isSubCategoryOf } from '../case-file/case-file.ts'
import { HelpRequestFields } from './request.ts'

/**
 * POST /api/hooks/:name → 201, or 200 for an `id` that came before. Headers: `x-kho-timestamp` (seconds since 1970) and
 * `x-kho-signature: sha256=<hex of HMAC-SHA-256 over "<timestamp>.<body>">`.
 */
export const HookRequestSchema = v.pipe(
  v.strictObject({
    /** The sender's own for this request. */
    id: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
    ...HelpRequestFields,
  }),
  v.forward(
    v.check(({ category, subCategory }) => isSubCategoryOf(category, subCategory)),
    ['subCategory'],
  ),
)
export const HookReceiptSchema = v.object({ code: v.string(), trackCode: v.string(), followUrl: v.string() })
export type HookReceipt = v.InferOutput<typeof HookReceiptSchema>

import type { Context } from 'hono'
import { CATEGORIES } from '#shared/item/item'
import { chooseLanguage } from './choose-language.ts'
import type { PageRequest } from './page-request.ts'

const SEARCH_LENGTH_MAX = 80
const PAGE_MAX = 10_000

/** Whatever stands in the address becomes a page: what makes no sense is left out, never refused. */
export function readPageRequest(c: Context): PageRequest {
  const page = Number(c.req.query('page') ?? 1)
  return {
    language: chooseLanguage(c.req.query('lang'), c.req.header('accept-language')),
    search: (c.req.query('q') ?? '').slice(0, SEARCH_LENGTH_MAX).replace(/\s+/g, ' ').trim(),
    category: CATEGORIES.find((category) => category === c.req.query('category')),
    page: Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1,
    view: c.req.query('view') === 'totals' ? 'totals' : undefined,
  }
}

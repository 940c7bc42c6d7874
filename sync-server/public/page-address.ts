import type { Language } from '#shared/i18n/text'
import type { PageRequest } from './page-request.ts'

/** The address of a public page. Vietnamese is named too, so that a link keeps its language whatever the browser prefers. */
export function pageAddress({
  language,
  search = '',
  category,
  page = 1,
  view,
}: Partial<PageRequest> & { readonly language: Language }): string {
  const parameters = new URLSearchParams()
  if (search !== '') parameters.set('q', search)
  if (category !== undefined) parameters.set('category', category)
  if (page > 1) parameters.set('page', String(page))
  if (view !== undefined) parameters.set('view', view)
  parameters.set('lang', language)
  return `/?${parameters}`
}

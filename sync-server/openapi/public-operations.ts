import * as v from 'valibot'
import { CategorySchema } from '#shared/item/item'
import {
  CommuneListSchema,
  OldPlaceListSchema,
  PlacesSchema,
  ProvinceListSchema,
} from '#shared/place/place-wire'
import { HookReceiptSchema, HookRequestSchema } from '#shared/request/hook-wire'
import { PublicStockSchema } from '#shared/sync/wire'
import type { Route } from '../access/policy.ts'
import { PushEndpointSchema, PushSubscriptionSchema, ToldSchema } from '../web-push/push-subscription.ts'
import type { Operation } from './operation.ts'

type WireRoute = Extract<Route, `${string} /api/${'desk' | 'sync' | 'devices'}/${string}`>

/** What needs no sign-in: the figures, the places, and the pages for people. */
export const PUBLIC_OPERATIONS: Readonly<Record<Exclude<Route, WireRoute>, Operation>> = {
  'GET /': {
    summary: 'The public page.',
    query: v.object({
      lang: v.optional(v.picklist(['vi', 'en'])),
      q: v.optional(v.string()),
      category: v.optional(CategorySchema),
      view: v.optional(v.literal('totals')),
      page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
    contentType: 'text/html',
  },
  'GET /ban-do': {
    summary: 'Where help is needed, by commune and tick; counts under five are merged upward.',
    query: v.object({ lang: v.optional(v.picklist(['vi', 'en'])), tinh: v.optional(v.string()) }),
    contentType: 'text/html',
  },
  'GET /truong-hop': {
    summary: 'Published cases, newest first; `truoc` is where an older page begins.',
    query: v.object({ lang: v.optional(v.picklist(['vi', 'en'])), truoc: v.optional(v.string()) }),
    contentType: 'text/html',
  },
  'GET /truong-hop/:code': {
    summary: 'One published case: the province, its tick, what it needs and what was done; nothing personal.',
    query: v.object({ lang: v.optional(v.picklist(['vi', 'en'])) }),
    contentType: 'text/html',
    refusals: [404],
  },
  'POST /truong-hop/:code/tim': {
    summary:
      'A heart for a case, once a day for each visitor, with the ticket of its page; leads back to it.',
    status: 303,
    contentType: 'text/html',
    refusals: [404, 429],
  },
  'GET /can-giup': { summary: 'The form to ask for help.', contentType: 'text/html' },
  'POST /can-giup': {
    summary: 'Send the form; an outside program uses a web hook instead.',
    status: 201,
    contentType: 'text/html',
    refusals: [413, 422, 429, 503],
  },
  'GET /ho-so': { summary: 'Where somebody types the code of a request.', contentType: 'text/html' },
  'POST /ho-so': {
    summary: 'Leads to the page of a code.',
    status: 303,
    contentType: 'text/html',
    refusals: [404, 429],
  },
  'GET /ho-so/:code': {
    summary: 'Which step a request is in; nothing personal.',
    contentType: 'text/html',
    refusals: [404, 429],
  },
  'GET /ho-so/bao.js': {
    summary: 'The worker that shows notices in a browser; it keeps nothing.',
    contentType: 'text/javascript',
  },
  'POST /ho-so/:code/bao': {
    summary:
      'A browser shows notices of this request from now on; with the endpoint alone: whether it does already.',
    request: v.union([PushSubscriptionSchema, PushEndpointSchema]),
    answer: ToldSchema,
    refusals: [403, 404, 429],
  },
  'DELETE /ho-so/:code/bao': {
    summary: 'It shows them no longer.',
    request: PushEndpointSchema,
    answer: ToldSchema,
    refusals: [403, 404, 429],
  },
  'POST /api/hooks/:name': {
    summary:
      'Hand in a request, signed; the same a second time is the same request (200), another one needs an id of its own (409).',
    request: HookRequestSchema,
    answer: HookReceiptSchema,
    status: 201,
    refusals: [409, 413],
  },
  'GET /favicon.ico': { summary: 'The icon.', contentType: 'image/svg+xml' },
  'GET /robots.txt': { summary: 'For search engines.', contentType: 'text/plain' },
  'GET /hinh/:publicHash': {
    summary: 'The blurred copy of a picture, as long as a coordinator lets everyone see it.',
    contentType: 'image/jpeg',
    refusals: [404],
  },
  'GET /app': { summary: 'Leads to /app/.', status: 301, contentType: 'text/plain' },
  'GET /app/*': { summary: 'The app and its files.', contentType: 'text/html', refusals: [404] },
  'GET /api/health': {
    summary: 'Liveness.',
    answer: v.object({
      ok: v.boolean(),
      demo: v.boolean(),
      head: v.pipe(v.number(), v.integer()),
      lastWriteSecondsAgo: v.nullable(v.number()),
    }),
  },
  'GET /api/openapi.json': { summary: 'This description.' },
  'GET /api/public/stock': { summary: 'Public totals; no personal data.', answer: PublicStockSchema },
  'GET /api/public/stream': {
    summary: 'Server-sent `stock` events with the public totals, and `live` ones that tell the time.',
    contentType: 'text/event-stream',
    refusals: [429],
  },
  'GET /api/places/provinces': { summary: 'The provinces of Vietnam.', answer: ProvinceListSchema },
  'GET /api/places/communes': {
    summary: 'The communes of a province.',
    query: v.object({ province: v.string() }),
    answer: CommuneListSchema,
    refusals: [404],
  },
  'GET /api/places/old': {
    summary: 'Communes as they were called before July 2025, and what they became.',
    query: v.object({ q: v.string() }),
    answer: OldPlaceListSchema,
  },
  'GET /api/places/all': { summary: 'All provinces and communes, for use offline.', answer: PlacesSchema },
}

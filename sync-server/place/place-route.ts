import { Hono } from 'hono'
import { gzipSync } from 'node:zlib'
import type { OldPlaceList } from '#shared/place/place-wire'
import type { AppEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { searchOldPlaces } from './old-places.ts'
import { compactPlaces, readProvinces } from './places.ts'

/** Public reference data that changes with a law, not with a day. */
const CACHE = 'public, max-age=86400'
const OLD_PLACES_MAX = 20

/** The provinces and communes of Vietnam, under /api/places. */
export function placeRoute() {
  let all: { readonly text: string; readonly gzip: Uint8Array<ArrayBuffer> } | undefined
  return new Hono<AppEnv>()
    .get('/provinces', (c) => {
      c.header('cache-control', CACHE)
      return c.json({ provinces: readProvinces().map(({ code, name }) => ({ code, name })) })
    })
    .get('/communes', (c) => {
      const province = readProvinces().find(({ code }) => code === c.req.query('province'))
      if (!province) return refuse(c, { kind: 'not-found' })
      c.header('cache-control', CACHE)
      return c.json({ communes: province.communes.map(({ code, name }) => ({ code, name })) })
    })
    .get('/old', (c) => {
      const places = searchOldPlaces((c.req.query('q') ?? '').slice(0, 200), OLD_PLACES_MAX)
      c.header('cache-control', CACHE)
      return c.json({ places } satisfies OldPlaceList)
    })
    .get('/all', (c) => {
      if (!all) {
        const text = JSON.stringify(compactPlaces())
        all = { text, gzip: new Uint8Array(gzipSync(text, { level: 9 })) }
      }
      c.header('content-type', 'application/json; charset=utf-8')
      c.header('cache-control', CACHE)
      c.header('vary', 'accept-encoding')
      if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(all.text)
      c.header('content-encoding', 'gzip')
      return c.body(all.gzip)
    })
}

import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { openapiDocument } from './openapi-document.ts'

/** The wire described for programs. */
export function openapiRoute() {
  const text = JSON.stringify(openapiDocument())
  return new Hono<AppEnv>().get('/openapi.json', (c) =>
    c.body(text, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'max-age=300' }),
  )
}

import { Hono } from 'hono'
import * as v from 'valibot'
import { PartHashSchema } from '#shared/part/part'
import type { Reader } from '../database/open-reader.ts'
import type { AppEnv } from '../http/app-env.ts'
import { missing } from '../public/missing-page.ts'
import type { PartStore } from './part-store.ts'
import { isPublicPicture } from './read-parts.ts'

export interface PublicPictureDeps {
  readonly reader: Reader
  readonly parts: PartStore
}

/** Short, since a coordinator may take a picture back. */
const CACHE_CONTROL = 'public, max-age=300'

/** The blurred copy of a picture, as long as a coordinator's word for it stands. */
export function publicPictureRoute({ reader, parts }: PublicPictureDeps) {
  return new Hono<AppEnv>().get('/hinh/:publicHash', async (c) => {
    const hash = v.safeParse(PartHashSchema, c.req.param('publicHash'))
    const isPublic = hash.success && isPublicPicture(reader, hash.output)
    const bytes = isPublic ? await parts.files.read('public', hash.output) : undefined
    if (!bytes) return missing(c)
    return c.body(Uint8Array.from(bytes), 200, {
      'content-type': 'image/jpeg',
      'cache-control': CACHE_CONTROL,
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })
}

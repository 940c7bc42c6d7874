import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import { publicCodeFrom } from '#shared/case-file/public-code'
import { PublicationRequestSchema } from '#shared/desk/desk-publication-wire'
import { err, ok, type Result } from '#shared/result'
import type { DeskEnv } from '../access/desk-env.ts'
import { membersOf } from '../case-file/case-groups.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readPlaceNames } from '../place/places.ts'
import { readContact } from '../request/request-contact.ts'
import { findPersonal, type KnownOfCase } from './find-personal.ts'
import type { PublicationRefusal } from './publication-jobs.ts'
import { readPublication } from './read-publication.ts'
import { PERSONAL_SENTENCES, refusePublication } from './refuse-publication.ts'

/** What everyone is told of a case file: written, changed and taken back by a coordinator. */
export function publicationRoute(deps: DeskDeps) {
  const { reader, writer, persons, now } = deps

  /** Of all that were joined with it. Opened for the server's own comparison: nobody is shown anything. */
  function readKnown(caseFileId: CaseFileId): Result<KnownOfCase, DeskRefusal> {
    const ids = membersOf(reader, caseFileId)
    const opened = ids.map((id) => persons.openUnseen(id))
    const unreadable = opened.find((it) => !it.ok)
    if (unreadable && !unreadable.ok) return unreadable
    const places = reader.all(
      reader.query.selectFrom('caseLife').select('communeCode').where('caseFileId', 'in', ids),
    )
    const names = places.map(({ communeCode }) => readPlaceNames(communeCode))
    return ok({
      households: opened.flatMap((it) => (it.ok && it.value ? [it.value] : [])),
      requesters: ids.flatMap((id) => readContact(deps, id)?.requester ?? []),
      communeNames: names.map(({ communeName }) => communeName),
      provinceName: names[0]?.provinceName ?? '',
    })
  }

  function refuseWords(
    caseFileId: CaseFileId,
    texts: Readonly<Record<'words' | 'wordsEn', string>>,
  ): Result<undefined, DeskRefusal> {
    const known = readKnown(caseFileId)
    if (!known.ok) return known
    for (const field of ['words', 'wordsEn'] as const) {
      const personal = findPersonal(texts[field], known.value)
      if (personal) return err(invalidField(field, PERSONAL_SENTENCES[personal]))
    }
    return ok(undefined)
  }

  const idOf = (c: Context) => (c.req.param('id') ?? '') as CaseFileId
  const answer = (c: Context) => {
    const found = readPublication(reader, idOf(c), now())
    return found ? c.json(found) : refuseDesk(c, { kind: 'not-found' })
  }
  const done = (c: Context, outcome: Result<CaseFileId, PublicationRefusal>) =>
    outcome.ok ? answer(c) : refuseDesk(c, refusePublication(outcome.error))

  return new Hono<DeskEnv>()
    .get('/case-files/:id/publication', answer)
    .put('/case-files/:id/publication', async (c) => {
      const body = await parseBody(c, PublicationRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const caseFileId = idOf(c)
      const checked = refuseWords(caseFileId, body.value)
      if (!checked.ok) return refuseDesk(c, checked.error)
      const published = await writer.write('publish', {
        caseFileId,
        publicCode: publicCodeFrom(randomBytes),
        ...body.value,
        by: c.var.session.me.id,
        at: now(),
      })
      return done(c, published)
    })
    .delete('/case-files/:id/publication', async (c) => {
      const by = c.var.session.me.id
      return done(c, await writer.write('withdrawPublication', { caseFileId: idOf(c), by, at: now() }))
    })
}

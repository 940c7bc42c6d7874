import { rejudgeCaseFile } from '../case-file/rejudge-case-file.ts'
import { noteContact } from '../device/note-contact.ts'
import { deleteDocument, putDocument } from '../document/put-document.ts'
import { appendFacts } from '../movement/append-facts.ts'
import { addPart, setPublicPicture } from '../part/part-jobs.ts'
import { rebuild } from '../rebuild/rebuild.ts'
import { PEOPLE_JOBS } from './people-jobs.ts'

/** Everything that changes the database, by name. A job is synchronous and runs inside one transaction. */
export const WRITER_JOBS = {
  ...PEOPLE_JOBS,
  addPart,
  appendFacts,
  deleteDocument,
  noteContact,
  putDocument,
  rebuild,
  rejudgeCaseFile,
  setPublicPicture,
}

type WriterJobs = typeof WRITER_JOBS
export type JobName = keyof WriterJobs
export type JobArgs<Name extends JobName> = Parameters<WriterJobs[Name]>[1]
export type JobAnswer<Name extends JobName> = ReturnType<WriterJobs[Name]>

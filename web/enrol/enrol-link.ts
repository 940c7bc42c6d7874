import { enrolCodeFromText } from './code-from-text.ts'

export interface EnrolLink {
  readonly code: string | undefined
  /** What the device is to be called, where whoever made the link has said so. */
  readonly name: string | undefined
}

/** What the address says: `/app/enrol?name=Demo#<code>`. With both there is nothing left to ask. */
export function readEnrolLink({ hash, search }: Pick<Location, 'hash' | 'search'>): EnrolLink {
  const name = new URLSearchParams(search).get('name')?.trim().slice(0, DEVICE_NAME_LENGTH_MAX)
  return { code: enrolCodeFromText(hash), name: name === '' ? undefined : name }
}
export const DEVICE_NAME_LENGTH_MAX = 60

import type { HelpRequestInput } from '#shared/request/request'
import { CONSENT_VERSION } from '#shared/request/request'
import { EMPTY_CASE_FILE, readLifeBody, type CaseFileTyped } from './case-file-form.ts'
import { readNumber } from './read-number.ts'

/** What an operator types while somebody is on the phone; everything about persons stays in memory. */
export interface RequestTyped extends Omit<CaseFileTyped, 'code'> {
  readonly who: 'self' | 'other'
  readonly birthYear: string
  readonly idNumber: string
  readonly howToFind: string
  readonly words: string
  readonly caller: string
  readonly callerPhone: string
  readonly tell: boolean
  readonly consent: boolean
}

export const EMPTY_REQUEST: RequestTyped = {
  ...EMPTY_CASE_FILE,
  householdSize: '1',
  who: 'self',
  birthYear: '',
  idNumber: '',
  howToFind: '',
  words: '',
  caller: '',
  callerPhone: '',
  tell: false,
  consent: false,
}

export const PRIVATE_REQUEST_FIELDS = [
  'name',
  'phone',
  'address',
  'birthYear',
  'idNumber',
  'howToFind',
  'words',
  'caller',
  'callerPhone',
  'consent',
] as const satisfies (keyof RequestTyped)[]

export function readRequest(typed: RequestTyped): HelpRequestInput {
  const birthYear = readNumber(typed.birthYear)
  return {
    ...readLifeBody(typed),
    household: {
      persons: [
        {
          name: typed.name,
          ...(birthYear !== undefined && { birthYear }),
          ...(typed.phone !== '' && { phone: typed.phone }),
          ...(typed.idNumber !== '' && { idNumber: typed.idNumber }),
        },
      ],
      address: typed.address,
      howToFind: typed.howToFind,
    },
    ...(typed.who === 'other' && { requester: { name: typed.caller, phone: typed.callerPhone } }),
    words: typed.words,
    tell: typed.tell,
    consent: CONSENT_VERSION,
  }
}

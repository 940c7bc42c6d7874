import { err, ok, type Result } from '../result.ts'

/** What the QR of an identity card says. It lives in memory only as long as it is compared. */
export interface IdCard {
  /** Twelve digits. */
  readonly number: string
  /** The nine digits of the card before, where the card still knows them. */
  readonly oldNumber?: string
  readonly name: string
  /** `1950-12-31`; people are older than the days of goods. */
  readonly bornOn: string
  readonly sex?: 'male' | 'female'
  readonly address?: string
  readonly issuedOn?: string
}

export type IdCardRefusal =
  /** A code, but not of a card. */
  | { readonly kind: 'no-card' }
  /** A card, of which something that all cards have is missing. */
  | { readonly kind: 'card-cut' }

/** Longer than any name that a household can hold. */
const NAME_LENGTH_MAX = 200

/**
 * Seven fields split by `|`: number, old number, name, date of birth, sex, address, date of issue. Real cards leave the
 * old number out (six) or add fields at the end (eight and more), so the date of birth says where the name is.
 */
export function parseIdCard(text: string): Result<IdCard, IdCardRefusal> {
  const fields = text
    .normalize('NFC')
    .split('|')
    .map((field) => field.trim())
  const [number = '', ...rest] = fields
  if (fields.length < 2 || !/^\d{12}$/.test(number)) return err({ kind: 'no-card' })
  const birthAt = [1, 2].find((index) => dayFromDigits(rest[index] ?? '') !== undefined) ?? 0
  const bornOn = dayFromDigits(rest[birthAt] ?? '')
  const name = rest[birthAt - 1] ?? ''
  if (bornOn === undefined || !/\p{L}/u.test(name) || name.length > NAME_LENGTH_MAX)
    return err({ kind: 'card-cut' })

  const old = rest.slice(0, birthAt - 1).find((field) => /^\d{9}$/.test(field))
  const [sexField = '', address = '', ...after] = rest.slice(birthAt + 1)
  const sex = sexOf(sexField)
  const issuedOn = after.map(dayFromDigits).find((day) => day !== undefined)
  return ok({
    number,
    ...(old !== undefined && { oldNumber: old }),
    name,
    bornOn,
    ...(sex && { sex }),
    ...(address !== '' && { address }),
    ...(issuedOn !== undefined && { issuedOn }),
  })
}

/** `31121950` → `1950-12-31`; undefined when there is no such day. */
function dayFromDigits(text: string): string | undefined {
  if (!/^\d{8}$/.test(text)) return undefined
  const day = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`
  const at = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  return exists ? day : undefined
}

function sexOf(field: string): IdCard['sex'] {
  const folded = field.toLowerCase()
  if (folded === 'nam') return 'male'
  return folded === 'nữ' || folded === 'nu' ? 'female' : undefined
}

/** Without letters that are read as digits or as each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 13
const CHECK_MODULUS = 1_021n

/** 65 bits and two check characters in groups of five: "7K2M9-QX4TD-0AB3C". */
export function trackCodeOf(bits: Uint8Array): string {
  const value = bits.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) & ((1n << 65n) - 1n)
  const text = inBase32(value, CHARACTERS) + inBase32(value % CHECK_MODULUS, 2)
  return text.match(/.{5}/g)!.join('-')
}

/** What people typed or a camera read, as it is stored; undefined for what cannot be a code. */
export function parseTrackCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== CHARACTERS + 2 || Array.from(text).some((it) => !ALPHABET.includes(it)))
    return undefined
  const value = fromBase32(text.slice(0, CHARACTERS))
  if (value % CHECK_MODULUS !== fromBase32(text.slice(CHARACTERS))) return undefined
  return text.match(/.{5}/g)!.join('-')
}

function inBase32(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n) text = ALPHABET[Number(rest & 31n)]! + text
  return text
}

function fromBase32(text: string): bigint {
  return Array.from(text).reduce((sum, it) => sum * 32n + BigInt(ALPHABET.indexOf(it)), 0n)
}

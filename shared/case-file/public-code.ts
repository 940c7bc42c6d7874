/** Ten letters and digits without those that look alike: about 49 bits, and nothing of the case file is in them. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz'
export const PUBLIC_CODE_LENGTH = 10
const PATTERN = new RegExp(`^[${ALPHABET}]{${PUBLIC_CODE_LENGTH}}$`)

/** From random bytes, as many as the code has letters; those that would make some letters likelier are passed over. */
export function publicCodeFrom(randomBytes: (count: number) => Uint8Array): string {
  let code = ''
  while (code.length < PUBLIC_CODE_LENGTH) {
    for (const byte of randomBytes(PUBLIC_CODE_LENGTH)) {
      if (byte < 240 && code.length < PUBLIC_CODE_LENGTH) code += ALPHABET[byte % ALPHABET.length]
    }
  }
  return code
}

/** As somebody typed it; undefined for what cannot be one. */
export function parsePublicCode(text: string): string | undefined {
  const code = text.trim().toLowerCase()
  return PATTERN.test(code) ? code : undefined
}

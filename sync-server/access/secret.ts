import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits: beyond guessing, so a fast hash of it is enough to store. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Digits for a code that people type; each digit by itself, so that none is likelier. */
export function createDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Takes the same time wherever the first difference is. */
export function equalSecrets(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)))
}

import { argon2id, argon2Verify } from 'hash-wasm'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { PIN_HASH_COST } from '#shared/staff/staff'
import { hashPassword, verifyPassword } from '../../../sync-server/staff/password.ts'

test('a tablet without a network verifies the PIN that the server hashed', async () => {
  const hash = await hashPassword('482913')
  expect(await argon2Verify({ password: '482913', hash })).toBe(true)
  expect(await argon2Verify({ password: '482914', hash })).toBe(false)
})

test('the server verifies what hash-wasm hashed at the same cost', async () => {
  const { memoryKib, iterations, parallelism, hashBytes, saltBytes } = PIN_HASH_COST
  const hash = await argon2id({
    password: '482913',
    salt: randomBytes(saltBytes),
    memorySize: memoryKib,
    iterations,
    parallelism,
    hashLength: hashBytes,
    outputType: 'encoded',
  })
  expect(await verifyPassword(hash, '482913')).toBe(true)
})

test('a hash says its cost and has a salt of its own', async () => {
  const [first, second] = await Promise.all([hashPassword('482913'), hashPassword('482913')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(first).not.toBe(second)
})

test('a password typed with composed or separate accents is the same', async () => {
  const hash = await hashPassword('Mật khẩu dài'.normalize('NFC'))
  expect(await verifyPassword(hash, 'Mật khẩu dài'.normalize('NFD'))).toBe(true)
})

test('nobody signs in where no password is stored', async () => {
  expect(await verifyPassword(null, '')).toBe(false)
})

import type { HelpRequest } from '#shared/request/request'
import { signatureOf } from '../../sync-server/request/hook-route.ts'
import { sealHookSecret } from '../../sync-server/request/hook-jobs.ts'
import type { RunningServer } from '../../sync-server/main.ts'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'

/** Made-up persons whom tests look for where nobody should find them. */
export const OLD_MAN = {
  name: 'Nguyễn Văn Bí',
  birthYear: 1941,
  phone: '0912345678',
  idNumber: '001041000123',
}

type Wire = Partial<Omit<HelpRequest, 'household'>> & {
  readonly person?: object
  readonly address?: string
  readonly howToFind?: string
}

export function helpRequest({ person = OLD_MAN, address = 'Ngõ Kín 7', howToFind = '', ...more }: Wire = {}) {
  return {
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 1,
    needs: [{ category: 'staple', quantity: 5_000, unit: 'kg' }],
    household: { persons: [person], address, howToFind },
    consent: '2026-11',
    ...more,
  }
}

export const HOOK_SECRET = 'a-secret-of-more-than-thirty-two-letters'

export async function addHook({ writer, keys }: RunningServer, name: string): Promise<void> {
  const sealed = sealHookSecret(keys, name, HOOK_SECRET)
  await writer.write('putHook', { name, sealed, createdAt: instantFromMs(0) })
}

/** Hands a request in as another system does. */
export async function callHook(
  url: string,
  name: string,
  body: object,
  {
    now,
    secret = HOOK_SECRET,
    headers = {},
  }: { now: Instant; secret?: string; headers?: Record<string, string> },
) {
  const text = JSON.stringify(body)
  const timestamp = String(Math.floor(msFromInstant(now) / 1_000))
  const answer = await fetch(`${url}/api/hooks/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-kho-timestamp': timestamp,
      'x-kho-signature': signatureOf(secret, timestamp, text),
      ...headers,
    },
    body: text,
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, never> }
}

import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { PART_CHUNK_BYTES_MAX, PART_HEADER, type PartHash, type PartHeader } from '#shared/part/part'
import type { PartAnswer } from '#shared/part/part-wire'
import { sealBox } from '../../sync-server/seal/box.ts'
import { TEST_AT, type TestDevice, type TestServer } from './test-server.ts'

/** A part as a device makes it: sealed to the server, named by its hash. */
export interface MadePart {
  readonly hash: PartHash
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly header: PartHeader
}

export function makePart(
  { keys }: Pick<TestServer, 'keys'>,
  plain: Uint8Array,
  header: Partial<Record<keyof PartHeader, unknown>> = {},
): MadePart {
  const bytes = sealBox(keys.box.publicKey, plain)
  const whole = {
    kind: 'picture',
    subjectId: 'survey-1',
    caseFileId: 'case-1',
    size: bytes.length,
    keptAt: TEST_AT,
    ...header,
  } as PartHeader
  return { hash: createHash('sha256').update(bytes).digest('hex') as PartHash, bytes, header: whole }
}

export async function putChunk(
  device: TestDevice,
  { hash, bytes, header }: MadePart,
  from: number,
  to = from + PART_CHUNK_BYTES_MAX,
): Promise<{ readonly status: number; readonly answer: PartAnswer }> {
  const answer = await device.fetch(`/api/sync/parts/${hash}?offset=${from}`, {
    method: 'PUT',
    headers: { [PART_HEADER]: JSON.stringify(header) },
    body: bytes.slice(from, to),
  })
  return { status: answer.status, answer: (await answer.json()) as PartAnswer }
}

/** All of it, piece by piece, until the server is done with it. */
export async function handIn(device: TestDevice, part: MadePart): Promise<PartAnswer> {
  let received = 0
  for (;;) {
    const { status, answer } = await putChunk(device, part, received)
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(answer)}`)
    if (answer.state !== 'waiting') return answer
    received = answer.received
  }
}

/** A piece of which the line takes only so many bytes: the connection is cut in the middle of the request. */
export function putAndCut(
  { port }: Pick<TestServer, 'port'>,
  device: TestDevice,
  { hash, bytes, header }: MadePart,
  { from, cutAfter }: { readonly from: number; readonly cutAfter: number },
): Promise<void> {
  const chunk = bytes.slice(from, from + PART_CHUNK_BYTES_MAX)
  return new Promise((resolve) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      method: 'PUT',
      path: `/api/sync/parts/${hash}?offset=${from}`,
      headers: {
        authorization: `Bearer ${device.token}`,
        [PART_HEADER]: JSON.stringify(header),
        'content-length': chunk.length,
      },
    })
    sent.on('error', () => undefined)
    sent.on('close', () => resolve())
    sent.on('response', (response) => response.resume())
    sent.write(chunk.subarray(0, cutAfter), () => sent.destroy())
  })
}

export async function askState(device: TestDevice, hash: PartHash): Promise<PartAnswer> {
  return (await (await device.fetch(`/api/sync/parts/${hash}`)).json()) as PartAnswer
}

/**
 * The text of a CSV file as spreadsheets in Vietnam save it: UTF-8 with or without a mark, UTF-16 (Excel's "Unicode text"),
 * else Windows-1258. Composed letters, so that one name has one spelling.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes).normalize('NFC')
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]! += 1
  if (zeros[1]! > head.length / 4) return 'utf-16le'
  if (zeros[0]! > head.length / 4) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1258'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

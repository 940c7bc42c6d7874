import Papa from 'papaparse'
import type { BadLine } from '#shared/desk/desk-import-wire'

/** One line of a file as a spreadsheet numbers it (the header is line 1), with what is wrong with it. */
export interface ImportRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly bad: readonly BadLine[]
}

export interface ImportSheet {
  readonly header: readonly string[]
  readonly rows: readonly ImportRow[]
}

/** The file as the person sees it, each bad line with its reasons beside it. The server alone decides what is bad. */
export function readSheet(text: string, badLines: readonly BadLine[]): ImportSheet {
  // However each line ends, so that the lines are counted as the server does.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { data } = Papa.parse<string[]>(plain, { newline: '\n', skipEmptyLines: false })
  const badByLine = Map.groupBy(badLines, ({ line }) => line)
  const [header = [], ...lines] = data
  const rows = lines
    .map((cells, i) => ({ line: i + 2, cells, bad: badByLine.get(i + 2) ?? [] }))
    .filter(({ cells, bad }) => bad.length > 0 || cells.some((cell) => cell.trim() !== ''))
  return { header, rows }
}

/** Spreadsheets in Vietnam save UTF-8, UTF-16 or windows-1258; what is sent are the bytes, this is only for the eye. */
export function decodeForView(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  }
}

/** In slices: one call with 16 million arguments overflows the stack. */
export function base64FromBytes(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  }
  return btoa(binary)
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every byte below a folder, to search for what must not be there. */
export function readAllFiles(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }))
}

/** Where any of the texts stands, as UTF-8 or as the two-byte letters of a browser's store. */
export function findTexts(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])
  return readAllFiles(folder)
    .filter(({ bytes }) => wanted.some((text) => bytes.includes(text)))
    .map(({ path }) => path)
}

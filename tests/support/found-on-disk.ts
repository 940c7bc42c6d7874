import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Fewer bytes than these stand by chance in what is sealed or packed: four of them once in some hundred megabytes. */
const TELLING_BYTES = 7

/** Which texts stand anywhere in the files of a folder, as bytes of UTF-8 or, as browsers keep them, of UTF-16. */
export function foundOnDisk(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.map((text) => ({ text, utf8: Buffer.from(text), utf16: Buffer.from(text, 'utf16le') }))
  const short = wanted.find(({ utf8 }) => utf8.length < TELLING_BYTES)
  if (short) throw new Error(`"${short.text}" is too short to be looked for among random bytes`)
  return readAllFiles(folder).flatMap(({ path, bytes }) =>
    wanted
      .filter(({ utf8, utf16 }) => bytes.includes(utf8) || bytes.includes(utf16))
      .map(({ text }) => `${path}: ${text}`),
  )
}

/** Every byte below a folder. */
export function readAllFiles(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((path) => ({ path, bytes: readIfThere(path) }))
}

/** A browser or a server tidies up while it is looked at. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

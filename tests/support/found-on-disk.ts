import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which texts stand anywhere in the files of a folder, as bytes of UTF-8 or, as browsers keep them, of UTF-16. */
export function foundOnDisk(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return files.flatMap((file) => {
    const bytes = readIfThere(join(file.parentPath, file.name))
    return texts
      .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map((text) => `${file.name}: ${text}`)
  })
}

/** A browser tidies up while it is looked at. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

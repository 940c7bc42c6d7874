import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { openDecoderThread } from '../../web/scan/decoder-thread.ts'
import { readPicture } from '../../web/scan/picture-source.ts'

/** What the bench asks of the page: the texts found in the picture at an address, and how long it took. */
export interface BarcodesPage {
  readonly ours: (url: string) => Promise<{ texts: string[]; ms: number }>
  readonly onePass: (url: string) => Promise<{ texts: string[]; ms: number }>
}

const decoder = openDecoderThread()
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

const page: BarcodesPage = {
  async ours(url) {
    const file = await fetchPicture(url)
    const from = performance.now()
    const symbols = await readPicture(file, decoder)
    const texts = symbols.ok ? symbols.value.map(({ text }) => text) : []
    return { texts, ms: performance.now() - from }
  },
  async onePass(url) {
    const bitmap = await createImageBitmap(await fetchPicture(url))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const from = performance.now()
    const results = await readBarcodes(pixels, { textMode: 'Plain' })
    return { texts: results.map(({ text }) => text), ms: performance.now() - from }
  },
}

async function fetchPicture(url: string): Promise<Blob> {
  return (await fetch(url)).blob()
}

Object.assign(globalThis, { sourcePage: page })

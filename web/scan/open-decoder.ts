import type { Decoder } from './decoder.ts'

/**
 * The best decoder this device can run: zxing in WebAssembly, else zxing in JavaScript, helped by the
 * device's own for retail codes where that one has proved itself.
 */
export async function openDecoder(wasmUrl: string): Promise<Decoder> {
  if (typeof WebAssembly === 'object') {
    try {
      const { openWasmDecoder } = await import('./wasm-decoder.ts')
      return await openWasmDecoder({ wasmUrl })
    } catch {
      // An old or locked-down browser may know the word and still refuse the binary.
    }
  }
  const [{ openLibraryDecoder }, { openNativeDecoder }] = await Promise.all([
    import('./library-decoder.ts'),
    import('./native-decoder.ts'),
  ])
  const library = openLibraryDecoder()
  const native = await openNativeDecoder()
  return native ? withHelp(library, native) : library
}

function withHelp(library: Decoder, native: Decoder): Decoder {
  return {
    ...library,
    async decode(picture, binarizer) {
      const symbols = await library.decode(picture, binarizer)
      return symbols.length > 0 ? symbols : native.decode(picture, binarizer)
    },
  }
}

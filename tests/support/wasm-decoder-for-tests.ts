import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Decoder } from '../../web/scan/decoder.ts'
import { openWasmDecoder } from '../../web/scan/wasm-decoder.ts'

/** The product's own decoder with its binary from disk: Node has no address to fetch it from. */
export function openWasmDecoderInNode(): Promise<Decoder> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = readFileSync(path)
  return openWasmDecoder({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) })
}

import { err, ok, type Result } from '#shared/result'
import { cameraRefusalFrom } from './camera.ts'
import { EMPTY_GATE, judgeFrame } from './gate.ts'
import { UNCOUNTED_LINES, type CameraRefusal, type DecodedSymbol, type SymbolName } from './scan.ts'

/**
 * The camera of `html5-qrcode`, for devices on which ours does not start. It drops the separators of GS1
 * codes, so those symbologies are left out: a lot glued to a serial number is worse than no lot.
 */
const SYMBOL_BY_FORMAT: Readonly<Record<string, readonly [SymbolName, string]>> = {
  EAN_13: ['EAN13', ']E0'],
  EAN_8: ['EAN8', ']E4'],
  UPC_A: ['UPCA', ']E0'],
  ITF: ['ITF', ']I0'],
  QR_CODE: ['QRCode', ']Q1'],
}

/** Shows its own video inside `place`. The value is how to stop. */
export async function startCompatCamera(
  place: HTMLElement,
  onPassed: (symbol: DecodedSymbol) => void,
  nowMs: () => number,
): Promise<Result<() => void, CameraRefusal>> {
  let gate = EMPTY_GATE
  try {
    const { Html5Qrcode, Html5QrcodeSupportedFormats: formats } = await import('html5-qrcode')
    place.id ||= 'compat-camera'
    const reader = new Html5Qrcode(place.id, {
      verbose: false,
      formatsToSupport: [formats.EAN_13, formats.EAN_8, formats.UPC_A, formats.ITF, formats.QR_CODE],
    })
    const judge = (symbols: readonly DecodedSymbol[]) => {
      const judged = judgeFrame(gate, { symbols, variant: 'plain', atMs: nowMs() })
      gate = judged.state
      for (const each of judged.passed) onPassed(each)
    }
    await reader.start(
      { facingMode: 'environment' },
      { fps: 10 },
      (text, { result }) => judge(symbolFrom(text, result.format?.formatName ?? '')),
      () => judge([]),
    )
    return ok(
      () =>
        void reader.stop().then(
          () => reader.clear(),
          () => undefined,
        ),
    )
  } catch (error) {
    return err(cameraRefusalFrom(typeof error === 'string' ? namedError(error) : error))
  }
}

function symbolFrom(text: string, format: string): DecodedSymbol[] {
  const symbol = SYMBOL_BY_FORMAT[format]
  return symbol ? [{ text, name: symbol[0], symbology: symbol[1], lineCount: UNCOUNTED_LINES }] : []
}

/** The library rejects with a sentence that contains the name of the browser's error. */
function namedError(sentence: string): Error {
  const error = new Error(sentence)
  error.name = /\b\w+Error\b/.exec(sentence)?.[0] ?? 'unknown'
  return error
}

import { instantFromMs } from '#shared/time/time'
import type { Scan, ScanRefusal } from '../../web/scan/scan.ts'
import { createScanner, type Scanner } from '../../web/scan/scanner.ts'

/** What the tests see of a page that holds nothing but a scanner. */
export interface ScannerPage {
  readonly scanner: Scanner
  readonly scans: Scan[]
  readonly refusals: ScanRefusal[]
  readonly video: HTMLVideoElement
}

const scans: Scan[] = []
const refusals: ScanRefusal[] = []
const scanner = createScanner({
  onScan: (scan) => scans.push(scan),
  onRefusal: (refusal) => refusals.push(refusal),
  now: () => instantFromMs(Date.now()),
})
scanner.listenToWedge()

const video = document.createElement('video')
const keeps = document.createElement('input')
keeps.id = 'keeps'
const takes = document.createElement('input')
takes.id = 'takes'
takes.dataset['wedge'] = 'take'
const button = document.createElement('button')
button.id = 'button'
button.addEventListener('click', () => button.setAttribute('data-pressed', ''))
document.body.append(keeps, takes, button, video)

const page: ScannerPage = { scanner, scans, refusals, video }
Object.assign(globalThis, { sourcePage: page })

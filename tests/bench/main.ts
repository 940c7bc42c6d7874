import { cpus } from 'node:os'
import { figureLine, type Figure } from './figure.ts'

/** `npm run bench [name …]`: prints each figure with its reference of the same run. Never part of `npm test`. */
const benches: Record<string, () => Promise<readonly Figure[]>> = {
  push: async () => (await import('./push.ts')).benchPush(),
  tablet: async () => (await import('./tablet.ts')).benchTablet(),
  handover: async () => (await import('./handover.ts')).benchHandover(),
  'cold-start': async () => (await import('./cold-start.ts')).benchColdStart(),
  'first-load': async () => (await import('./first-load.ts')).benchFirstLoad(),
  public: async () => (await import('./public.ts')).benchPublic(),
  'find-case-file': async () => (await import('./find-case-file.ts')).benchFindCaseFile(),
  parts: async () => (await import('./parts.ts')).benchParts(),
  requests: async () => (await import('./requests.ts')).benchRequests(),
  barcodes: async () => (await import('./barcodes.ts')).benchBarcodes(),
}

const wanted = process.argv.slice(2)
console.log(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const figure of await bench()) console.log(figureLine(figure))
}

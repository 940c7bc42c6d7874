import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const AddressSchema = v.object({ url: v.pipe(v.string(), v.url()), pid: v.number() })

/** A running server leaves its address beside its data, so that the command line names the one that is really there. */
export function writeServerAddress(dataFolder: string, url: string): void {
  writeFileSync(addressPath(dataFolder), JSON.stringify({ url, pid: process.pid }))
}

/** Of this server only: another may have come up over the same folder meanwhile. */
export function removeServerAddress(dataFolder: string, url: string): void {
  const address = readAddress(dataFolder)
  if (address?.url === url && address.pid === process.pid) rmSync(addressPath(dataFolder), { force: true })
}

/** Nothing when no server runs: one that lost its power has left its address lying there. */
export function readServerAddress(dataFolder: string): string | undefined {
  const address = readAddress(dataFolder)
  return address && isRunning(address.pid) ? address.url : undefined
}

function readAddress(dataFolder: string): v.InferOutput<typeof AddressSchema> | undefined {
  try {
    const read = v.safeParse(AddressSchema, JSON.parse(readFileSync(addressPath(dataFolder), 'utf8')))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

function addressPath(dataFolder: string): string {
  return join(dataFolder, 'server-address.json')
}

/** Signal 0 only asks. A process that belongs to somebody else is running all the same. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

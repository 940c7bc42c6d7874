import { networkInterfaces } from 'node:os'
import { readConfig } from '../sync-server/config.ts'
import { startServer } from '../sync-server/main.ts'
import { ensureSetupCode } from '../sync-server/staff/ensure-setup-code.ts'
import { setupUrl } from '../sync-server/staff/setup-url.ts'
import { buildIfStale } from './build.ts'
import { startOrExplain } from './start-or-explain.ts'

buildIfStale()
const config = readConfig(process.env)
const server = await startOrExplain(config, () => startServer(config))

console.log('Kho 4Đ đang chạy · Kho 4Đ is running')
for (const address of [server.url, ...lanAddresses(server.port)]) {
  console.log(`  ${address}/      trang công khai · public page`)
  console.log(`  ${address}/app/  ứng dụng kho · warehouse app`)
}

const setupCode = await ensureSetupCode(server.writer)
if (setupCode !== undefined) {
  console.log('Lần đầu: mở địa chỉ này để tạo người quản trị (dùng một lần) · first start: open this once')
  console.log(`  ${setupUrl(server.url, setupCode)}`)
}

// A signal to the whole group comes twice, once from the process that started this one: the second changes nothing.
let stopped: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => (stopped ??= server.close().then(() => process.exit(0))))
}

function lanAddresses(port: number): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return addresses
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
}

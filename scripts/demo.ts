import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { readConfig } from '../sync-server/config.ts'
import { buildIfStale } from './build.ts'
import { DEMO_PIN, DEMO_SECOND_PIN, DEMO_SIGN_IN } from './demo/demo-places.ts'
import { startDemo } from './demo/start-demo.ts'
import { startOrExplain } from './start-or-explain.ts'

/** `npm run demo`: a warehouse with a month of made-up work, the last week also in the field, gone when it ends. `--port 4040`, `--seed 4`. */
const { values } = parseArgs({ options: { port: { type: 'string' }, seed: { type: 'string' } } })
const { port } = readConfig({ ...process.env, ...(values.port !== undefined && { PORT: values.port }) })

buildIfStale()
const seed = values.seed === undefined ? {} : { seed: Number(values.seed) }
const demo = await startOrExplain({ port, dataFolder: tmpdir() }, () => startDemo({ port, ...seed }))
const { server, week } = demo
const { url } = server
console.log(`
Kho 4Đ · bản dùng thử, số liệu bịa · trial version, made-up figures

  Trang công khai · public page      ${url}/
  Bàn điều hành · desk               ${url}/app/desk
                                     ${DEMO_SIGN_IN.userName} / ${DEMO_SIGN_IN.password}
  Máy bảng thủ kho · keeper's tablet ${demo.tabletUrl}
                                     PIN ${DEMO_PIN} (người thứ hai · second person: ${DEMO_SECOND_PIN})
  Mã để quét thử · codes to scan     ${url}/app/sample-codes

Mở ở trình duyệt khác hay cửa sổ ẩn danh · in another browser or a private window:

  Điện thoại đội giao · courier      ${demo.phoneUrl}
                                     PIN ${DEMO_PIN} (người xác minh · verifier: ${DEMO_SECOND_PIN})
    Chuyến hôm nay · today's trip    ${week.trip.code}, giấy tờ ở điểm 1 · ID at the first door: ${week.idAtFirstDoor}

  Ba nguồn, một hồ sơ · told thrice  ${url}/app/desk/requests/${week.asked.caseFileId}
    Người báo xem · who told sees    ${url}/ho-so/${week.asked.trackCode}
  Vừa được giúp · helped days ago    ${week.helped.code}: xuất kho bị dừng, có ngày mở lại · a dispatch is stopped, with the day
    Người nhận xem · they see        ${url}/ho-so/${week.helped.trackCode}

Ctrl+C để tắt; mọi thứ được xóa · Ctrl+C ends it and removes everything
`)

// A signal to the whole group comes twice, once from the process that started this one: the second changes nothing.
let stopped: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => (stopped ??= demo.close().then(() => process.exit(0))))
}

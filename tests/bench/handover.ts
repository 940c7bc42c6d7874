import { createECDH } from 'node:crypto'
import type { Page } from 'playwright'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { openPersistentBrowser } from '../support/persistent-browser.ts'
import { openTablet } from '../support/tablet.ts'
import { buildWebPage } from '../support/web-page.ts'
import type { Figure } from './figure.ts'

const CPU_SLOWDOWN = 4
const HANDOVERS = 12
const STEPS = 8
const TARGET_MS = 150

/** Each step at the door with a signature in it, sealed and on disk; then what ends it, with its sealed parts. */
export async function benchHandover(): Promise<Figure[]> {
  const proxy = await startFaultProxy(
    await buildWebPage('tests/support/tablet-page.ts'),
    'http://127.0.0.1:9',
  )
  const browser = await openPersistentBrowser()
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  const page = await openTablet(browser.context, { url: proxy.url, device })
  const box = createECDH('prime256v1')
  box.generateKeys()
  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const { steps, closings } = await measure(page, box.getPublicKey('base64url'))
  await browser.close()
  await proxy.close()
  return [
    figure(`a step of a handover → sealed on disk, p95 of ${steps.length}`, steps),
    figure(
      `a handover recorded: three sealed parts, delivery and proof, p95 of ${closings.length}`,
      closings,
      1_000,
    ),
  ]
}

function figure(name: string, times: readonly number[], targetMs = TARGET_MS): Figure {
  const value = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
  return { name, value, unit: 'ms', target: `p95 ≤ ${targetMs} ms`, met: value <= targetMs }
}

function measure(page: Page, boxKey: string): Promise<{ steps: number[]; closings: number[] }> {
  return page.evaluate(
    async ({ boxKey, handovers, stepCount }) => {
      const { core, db } = window
      await core.writeMeta(db, 'keys', {
        boxKey,
        markKey: '',
        markSalt: '',
        repeat: { days: 14, byGroup: {} },
      })
      const stroke = Array.from({ length: 60 }, (_, i) => ({
        x: i * 4.5,
        y: i * 2.25,
        time: i * 16,
        pressure: 0.5,
      }))
      const signed = { strokes: [stroke, stroke, stroke], width: 336, height: 250 }
      const personal = {
        proxyName: 'Nguyễn Thị Bình',
        proxyWhy: 'con gái',
        signed: { recipient: signed, witness: signed },
      }
      const [itemId, lotId] = ['item:rice', 'item:rice~~~']
      const steps: number[] = []
      const closings: number[] = []
      for (let n = 0; n < handovers; n++) {
        const draft = {
          id: db.newId(),
          kind: 'handover',
          openedAt: db.now(),
          staffId: 's1',
          typed: {},
          consignmentId: `XK-${n}`,
          caseFileId: 'c1',
          movementId: db.newId(),
          step: 'goods',
          lines: [{ itemId, lotId, quantity: 5, delivered: 5 }],
          recipient: 'proxy',
          identity: 'none',
          pictures: [],
          signedAt: { recipient: db.now(), witness: db.now() },
          giver: { staffId: 's1', at: db.now() },
        }
        await core.openDraft(db, draft as never, ({ id }) => id === draft.id)
        for (let i = 0; i < stepCount; i++) {
          const start = performance.now()
          const sealed = await core.sealPersonal(await core.keyOfDraft(db, draft.id), personal)
          const saved = await core.editDraft(db, draft.id, (open) => ({ ...open, sealed }) as never)
          if (!saved.ok) throw new Error(saved.error.kind)
          // The first of all opens what the others find open.
          if (n > 0) steps.push(performance.now() - start)
        }
        const start = performance.now()
        const signature = { deviceId: 'd1', staffId: 's1', warehouseId: 'w1', now: db.now() }
        const closed = await core.closeHandover(db, draft as never, personal, signature as never)
        if (!closed.ok) throw new Error(closed.error.kind)
        if (n > 0) closings.push(performance.now() - start)
      }
      return { steps, closings }
    },
    { boxKey, handovers: HANDOVERS, stepCount: STEPS },
  )
}

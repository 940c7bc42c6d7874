import type { Page } from 'playwright'
import { makeJpeg } from './pictures.ts'
import type { TabletBrowser } from './tablet-browser.ts'
import { wedge } from './wedge.ts'

/** What somebody out with a phone does and looks for, by the words on the screen. */
export function fieldHandsOn(phone: () => TabletBrowser, url: () => string) {
  const page = (): Page => phone().page()
  const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
  const open = (path: string) => page().goto(`${url()}/app/${path}`)
  const press = (name: string | RegExp) => page().getByRole('button', named(name)).first().click()
  const sees = (text: string | RegExp) => page().getByText(text).first().waitFor()
  async function pin(digits: string): Promise<void> {
    for (const digit of digits) await page().getByRole('button', { name: digit, exact: true }).last().click()
  }
  return {
    open,
    press,
    sees,
    pin,
    follow: (name: string | RegExp) => page().getByRole('link', { name }).first().click(),
    fill: (label: string, text: string) => page().getByLabel(label, { exact: true }).first().fill(text),
    scan: (text: string) => wedge(page(), text),
    goOn: () => press(/^Tiếp:/),
    saved: () => page().locator('.saved-note', { hasText: 'Đã lưu trên máy này' }).waitFor(),
    choose: async (label: string) => {
      await page().locator('label.choice', { hasText: label }).click()
      await page().getByRole('radio', { name: label, checked: true }).waitFor({ state: 'attached' })
    },
    /** All goods of this door, or none of them. */
    handsOver: async (all: boolean) => {
      await press(all ? 'Giao đủ tất cả' : 'Không giao được')
      await page()
        .getByRole('button', { name: all ? 'Đủ' : 'Không giao', pressed: true })
        .first()
        .waitFor()
    },
    async sign(field: string) {
      await page().locator('canvas[data-ready=true]').waitFor()
      const box = (await page().getByLabel(field, { exact: true }).boundingBox())!
      await page().mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3)
      await page().mouse.down()
      await page().mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.7, { steps: 8 })
      await page().mouse.up()
      await sees('Đã ký')
    },
    takePicture: async () => {
      await page()
        .locator('input[type=file][capture]')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: makeJpeg(30_000, 1) })
      await sees(/Ảnh 1 ·/)
    },
    /** The battery falls out; the same place is opened again. */
    async die(path: string) {
      await page().locator('.saved-note', { hasText: 'Đã lưu trên máy này' }).waitFor()
      await phone().dieAndStartAgain()
      await open(path)
    },
    /** Enrolled by its code, and signed in on. */
    async enrol(digits: string, who: { readonly name: string; readonly pin: string }) {
      await open(`enrol#${digits}`)
      await press('Ghép máy')
      await page().waitForURL(`${url()}/app/`)
      await open('sign-in')
      await press(new RegExp(who.name))
      await pin(who.pin)
    },
    async goOffline() {
      await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await phone().goOffline()
    },
    /** As many packages with names as lie on this phone, sealed or not. */
    packagesHeld(): Promise<number> {
      return page().evaluate(async () => {
        const opening = indexedDB.open('kho4d')
        const db = await new Promise<IDBDatabase>(
          (resolve) => (opening.onsuccess = () => resolve(opening.result)),
        )
        const count = db.transaction('packages').objectStore('packages').count()
        return new Promise<number>((resolve) => (count.onsuccess = () => resolve(count.result)))
      })
    },
  }
}

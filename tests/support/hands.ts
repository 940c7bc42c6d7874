import type { Locator, Page } from 'playwright'
import { wedge } from './wedge.ts'

/** What a person at a tablet does and looks for, by the words on the screen. */
export interface Hands {
  /** A button or a link. */
  button(name: string | RegExp): Locator
  press(name: string | RegExp): Promise<void>
  pressInDialog(name: string | RegExp): Promise<void>
  /** Keys of the pad in the open dialog, one after the other. */
  key(digits: string): Promise<void>
  pin(digits: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  scan(text: string): Promise<void>
  sees(text: string | RegExp): Promise<void>
  /** A line of the slip in work, once it shows this. */
  seesLine(goods: string, text: string | RegExp): Promise<void>
  line(goods: string): Locator
  dialog(): Locator
}

export function handsOn(page: () => Page): Hands {
  const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
  const dialog = () => page().locator('dialog[open]')
  const line = (goods: string) => page().locator('aside .row', { hasText: goods })
  const button = (name: string | RegExp) =>
    page()
      .getByRole('button', named(name))
      .or(page().getByRole('link', named(name)))
      .first()
  const press = (name: string | RegExp) => button(name).tap()
  const pressInDialog = (name: string | RegExp) => dialog().getByRole('button', named(name)).first().tap()
  const keys = async (digits: string, tap: (digit: string) => Promise<void>) => {
    for (const digit of digits) await tap(digit)
  }
  return {
    button,
    press,
    pressInDialog,
    key: (digits) => keys(digits, pressInDialog),
    pin: (digits) => keys(digits, press),
    fill: (label, text) => page().getByLabel(label).fill(text),
    scan: (text) => wedge(page(), text),
    sees: (text) => page().getByText(text).first().waitFor(),
    seesLine: (goods, text) => line(goods).getByText(text).first().waitFor(),
    line,
    dialog,
  }
}

import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright'
import { browserLaunchOptions } from './browser.ts'
import { makeTempFolder } from './temp-folder.ts'

export interface TabletBrowser {
  /** The one window; another one after the tablet has died. */
  page(): Page
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  context(): BrowserContext
  /** Closed as it should be, and opened again in a new process. */
  startAgain(): Promise<void>
  /** The battery is pulled out: every process of the browser is gone at once. Then it is switched on again, as it was. */
  dieAndStartAgain(): Promise<void>
  /** Where everything lies that the browser has put on the disk. */
  readonly profileFolder: string
  close(): Promise<void>
}

export interface TabletBrowserOptions {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly args?: readonly string[]
}

/** A tablet of its own: touch, Vietnamese, and a profile on a real disk that outlives its browser. */
export async function openTabletBrowser({ viewport, args }: TabletBrowserOptions): Promise<TabletBrowser> {
  const profile = makeTempFolder()
  const options: BrowserContextOptions = {
    viewport,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  }
  let isOffline = false
  let context = await start()

  async function start(): Promise<BrowserContext> {
    const launch = await browserLaunchOptions(args)
    const started = await chromium.launchPersistentContext(profile.folder, {
      ...launch,
      ...options,
      offline: isOffline,
    })
    started.setDefaultTimeout(45_000)
    return started
  }

  async function setOffline(offline: boolean): Promise<void> {
    isOffline = offline
    await context.setOffline(offline)
  }

  return {
    page: () => context.pages()[0]!,
    goOffline: () => setOffline(true),
    goOnline: () => setOffline(false),
    context: () => context,
    profileFolder: profile.folder,
    async startAgain() {
      await context.close()
      context = await start()
    },
    async dieAndStartAgain() {
      const closed = context.waitForEvent('close')
      for (const pid of await processesOf(context)) killIfThere(pid)
      await closed
      context = await start()
    },
    async close() {
      await context.close()
      profile.remove()
    },
  }
}

/** With the browser gone its other processes may end by themselves. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The browser first, so that nobody is left to tidy up. */
async function processesOf(context: BrowserContext): Promise<number[]> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  if (!devtools) throw new Error('the browser has no process of its own')
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  return processInfo
    .toSorted((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'))
    .map(({ id }) => id)
}

import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * How to start the browser for tests: CHROME_PATH, else a Chromium or Chrome of the system, else the
 * one that npm brings. CHROME_PATH=npm asks for the last.
 */
export async function browserLaunchOptions(extraArgs: readonly string[] = []): Promise<LaunchOptions> {
  const forced = process.env['CHROME_PATH']
  const found = forced === 'npm' ? undefined : (forced ?? SYSTEM_BROWSERS.find((path) => existsSync(path)))
  if (found) return { executablePath: found, headless: true, args: [...ARGS, ...extraArgs] }

  const folder = await unpackBrowser()
  return {
    executablePath: join(folder, 'chromium'),
    headless: true,
    // Not the package's own arguments: --single-process kills the browser with its first page.
    args: ['--no-zygote', ...ARGS, ...extraArgs],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      // Without any font elements count as hidden.
      FONTCONFIG_PATH: existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts'),
    },
  }
}

export async function openBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await browserLaunchOptions(extraArgs))
}

/** The package unpacks into the temporary folder of the system; ours survives a restart of the tests. */
async function unpackBrowser(): Promise<string> {
  const folder = resolve('node_modules/.cache/chromium')
  if (existsSync(join(folder, 'al2023/lib/libnss3.so')) && existsSync(join(folder, 'chromium'))) return folder
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const npmChromium = await import('@sparticuz/chromium')
    await npmChromium.default.executablePath()
    await npmChromium.inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  return folder
}

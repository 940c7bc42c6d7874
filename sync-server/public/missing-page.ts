import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { refuse } from '../http/refuse.ts'
import { chooseLanguage } from './choose-language.ts'
import { missingPageText } from './missing-page-text.ts'
import { FAVICON } from './page-assets.ts'

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;gap:1rem;padding:1.5rem;box-sizing:border-box;font:1.125rem/1.5 system-ui,sans-serif;background:#f4f6fb;color:#14213d}
main{max-width:30rem}
h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2}
p{margin:0 0 1.5rem}
nav{display:flex;flex-wrap:wrap;gap:.75rem}
a{display:inline-flex;align-items:center;min-height:3.5rem;padding:0 1.25rem;border:2px solid #23408e;border-radius:.75rem;color:#23408e;font-weight:600;text-decoration:none}
a:first-child{background:#23408e;color:#fff}
a:focus-visible{outline:3px solid #14213d;outline-offset:3px}
@media (prefers-color-scheme:dark){body{background:#10151f;color:#eef1f8}a{border-color:#a9bdf5;color:#a9bdf5}a:first-child{background:#a9bdf5;color:#10151f}a:focus-visible{outline-color:#eef1f8}}
`

/** Somebody followed an address in a browser. */
export function isVisit({ req }: Context): boolean {
  return (req.header('accept') ?? '').includes('text/html') && !req.path.startsWith('/api/')
}

/** What is not there: a page with the way on for people who followed an address, the usual refusal for programs. */
export function missing(c: Context): Response | Promise<Response> {
  if (!isVisit(c)) return refuse(c, { kind: 'not-found' })
  const language = chooseLanguage(undefined, c.req.header('accept-language'))
  const text = missingPageText[language]
  c.header('cache-control', 'no-store')
  c.header('vary', 'accept, accept-language')
  return c.html(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${text.title} · Kho 4Đ</title>
          <link rel="icon" href="${FAVICON}" />
          ${raw(`<style>${STYLE}</style>`)}
        </head>
        <body>
          <main>
            <h1>${text.title}</h1>
            <p>${text.says}</p>
            <nav>
              <a href="/">${text.home}</a>
              <a href="/app/">${text.app}</a>
            </nav>
          </main>
        </body>
      </html>`,
    404,
  )
}

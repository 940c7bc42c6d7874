import type { html } from 'hono/html'

/** What `html` of Hono makes: text that is already escaped. */
export type Html = ReturnType<typeof html>

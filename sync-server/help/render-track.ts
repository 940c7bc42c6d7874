import { html } from 'hono/html'
import { formatDay } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import type { Html } from '../public/html.ts'
import { TRACK_STAGES, type Track } from './track-stages.ts'
import { trackText } from './track-text.ts'

/** The stages with their days, and nothing about anybody. */
export function renderTrack(
  language: Language,
  code: string,
  { stage, onByStage, refused }: Track,
  /** The offer to be told of what comes. */
  tell: Html | undefined,
): Html {
  const text = trackText[language]
  const at = TRACK_STAGES.indexOf(stage)
  const shown = refused ? TRACK_STAGES.slice(0, at + 1) : TRACK_STAGES
  return html`<p>${text.code}: <strong>${code}</strong></p>
    ${
      refused &&
      html`<section class="faults">
        <h2>${text.refusedTitle(formatDay(refused.on))}</h2>
        <p>${text.reasons[refused.reason]}</p>
        <p>${text.whomToAsk}</p>
      </section>`
    }
    <section>
      <ol class="steps">
        ${shown.map((it, i) => {
          const on = onByStage[it]
          const isNow = i === at && !refused
          const isDone = i < at || (i === at && it === 'handed-over') || (refused && i <= at)
          return html`<li
            class="${isNow ? 'now' : isDone ? 'done' : ''}"
            ${isNow && html`aria-current="step"`}
          >
            <i aria-hidden="true">${isDone ? '✓' : isNow ? '➜' : '·'}</i>
            <span>${text.stages[it]}${isNow && html` <small>(${text.now})</small>`}</span>
            ${on !== undefined && html`<time datetime="${on}">${formatDay(on)}</time>`}
          </li>`
        })}
      </ol>
      ${!refused && html`<p>${text.nextByStage[stage]}</p>`}
    </section>
    ${tell ?? ''}
    <p class="hint">${text.nothingPersonal}</p>
    <p class="links"><a href="/can-giup?lang=${language}">${text.askHelp}</a></p>`
}

/** Where somebody types a code; the same answer for one that is wrong and one that nobody was given. */
export function renderAskCode(
  language: Language,
  {
    isUnknown = false,
    waitMinutes,
  }: { readonly isUnknown?: boolean; readonly waitMinutes?: number | undefined },
): Html {
  const text = trackText[language]
  const fault = waitMinutes !== undefined ? text.tooMany(waitMinutes) : isUnknown ? text.none : undefined
  return html`${fault !== undefined && html`<section class="faults" role="alert"><p>${fault}</p></section>`}
    <form method="post" action="/ho-so?lang=${language}">
      <section>
        <div class="field">
          <label for="code">${text.ask}</label>
          <p class="hint" id="code-hint">${text.askHint}</p>
          <input
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="code-hint"
          />
        </div>
        <button class="send" type="submit">${text.open}</button>
      </section>
    </form>
    <p class="links"><a href="/can-giup?lang=${language}">${text.askHelp}</a></p>`
}

import { html } from 'hono/html'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { Language } from '#shared/i18n/text'
import { CONSENT_VERSION } from '#shared/request/request'
import { parseOldCommuneIn } from '../place/old-places.ts'
import { readProvinces, type Commune } from '../place/places.ts'
import type { Html } from '../public/html.ts'
import { HELP_NEED_KEYS, type HelpFault, type HelpField, type TypedHelp } from './help-form.ts'
import { PROOF_BITS } from './form-ticket.ts'
import { helpText } from './help-text.ts'

export interface HelpFormState {
  readonly typed: TypedHelp
  readonly faults: ReadonlySet<HelpFault>
  /** Of a fresh form. */
  readonly ticket: string
  /** Why it was not taken, where that is no fault of a field. */
  readonly notice?: string
}

/** The form with whatever was typed in it; a field with a fault says what belongs there. */
export function renderHelpForm(language: Language, state: HelpFormState): Html {
  const text = helpText[language]
  const { typed, faults, ticket, notice } = state
  const lengthMax = (name: HelpFault) => typed[name as HelpField]?.length > 300
  const sentence = (name: HelpFault) =>
    ['howToFind', 'name', 'address', 'requesterName'].includes(name) && lengthMax(name)
      ? text.errors.tooLong
      : name === 'howToFind'
        ? text.errors.tooLong
        : text.errors[name]
  const fault = (name: HelpFault) =>
    faults.has(name) && html`<p class="fault" id="${name}-fault">${sentence(name)}</p>`
  const invalid = (name: HelpFault, hint?: string) => {
    const described = [hint, faults.has(name) && `${name}-fault`].filter(Boolean).join(' ')
    return html`${faults.has(name) && html` aria-invalid="true"`}${
      described !== '' && html` aria-describedby="${described}"`
    }`
  }
  const field = (
    name: HelpFault & HelpField,
    label: string,
    {
      hint,
      isOptional,
      type = 'text',
      mode,
      complete = 'off',
    }: { hint?: string; isOptional?: true; type?: string; mode?: string; complete?: string } = {},
  ) =>
    html`<div class="field">
      <label for="${name}">${label} ${isOptional && html`<small>(${text.optional})</small>`}</label>
      ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
      <input
        id="${name}"
        name="${name}"
        type="${type}"
        value="${typed[name]}"
        autocomplete="${complete}"
        ${
          mode !== undefined && html` inputmode="${mode}"`
        }${invalid(name, hint === undefined ? undefined : `${name}-hint`)}
      />
      ${fault(name)}
    </div>`

  return html`<p>${text.intro}</p>
    <p class="links"><a href="/ho-so?lang=${language}">${text.followInstead}</a></p>
    ${notice !== undefined && html`<section class="faults" role="alert"><p>${notice}</p></section>`}
    ${
      faults.size > 0 &&
      html`<section class="faults" role="alert" aria-labelledby="faults-title">
        <h2 id="faults-title">${text.wrongTitle}</h2>
        <ul>
          ${[...faults].map((name) => html`<li><a href="#${idOf(name)}">${sentence(name)}</a></li>`)}
        </ul>
      </section>`
    }
    <form method="post" action="/can-giup?lang=${language}" data-bits="${PROOF_BITS}" novalidate>
      <input type="hidden" name="form" value="${ticket}" />
      <input type="hidden" name="proof" value="" />
      <fieldset id="who">
        <legend>${text.who}</legend>
        <div>
          ${(['self', 'other'] as const).map(
            (who) =>
              html`<label class="choice"
                ><input type="radio" name="who" value="${who}" ${typed.who === who && html`checked`} />
                ${text[who]}</label
              >`,
          )}
        </div>
        ${fault('who')}
      </fieldset>
      <fieldset>
        <legend>${text.requesterTitle}</legend>
        <p class="hint">${text.requesterHint}</p>
        ${field('requesterName', text.requesterName, { complete: 'name' })}
        ${field('requesterPhone', text.requesterPhone, { type: 'tel', complete: 'tel' })}
      </fieldset>
      <fieldset>
        <legend>${text.personTitle}</legend>
        ${field('name', text.name)}
        ${field('birthYear', text.birthYear, { isOptional: true, mode: 'numeric' })}
        ${field('phone', text.phone, { isOptional: true, type: 'tel' })}
        ${field('idNumber', text.idNumber, { isOptional: true, mode: 'numeric', hint: text.idHint })}
        ${field('size', text.size, { mode: 'numeric' })}
        <div class="field">
          <label for="category">${text.category}</label>
          <select id="category" name="category" ${invalid('category')}>
            <option value="">${text.choose}</option>
            ${CASE_CATEGORIES.map(
              (it) =>
                html`<option value="${it}" ${typed.category === it && html`selected`}>
                  ${caseFileText[language].category[it]}
                </option>`,
            )}
          </select>
          ${fault('category')}
        </div>
      </fieldset>
      <fieldset>
        <legend>${text.placeTitle}</legend>
        <div class="field">
          <label for="province">${text.province}</label>
          <select id="province" name="province" ${invalid('province')}>
            <option value="">${text.choose}</option>
            ${readProvinces().map(
              ({ code, name }) =>
                html`<option value="${code}" ${typed.province === code && html`selected`}>${name}</option>`,
            )}
          </select>
          ${fault('province')}
        </div>
        ${renderCommune(language, state, fault('commune'), invalid('commune', 'commune-hint'))}
        ${field('address', text.address, { hint: text.addressHint })}
        ${field('howToFind', text.howToFind, { isOptional: true })}
      </fieldset>
      <fieldset id="need">
        <legend>${text.needTitle}</legend>
        <div class="needs">
          ${HELP_NEED_KEYS.map(
            (it) =>
              html`<label class="choice"
                ><input
                  type="checkbox"
                  name="need"
                  value="${it}"
                  ${typed.need.includes(it) && html`checked`}
                />
                ${text.needs[it]}</label
              >`,
          )}
        </div>
        ${fault('need')}
        <div class="field">
          <label for="words">${text.words} <small>(${text.optional})</small></label>
          <p class="hint" id="words-hint">${text.wordsHint}</p>
          <textarea id="words" name="words" ${invalid('words', 'words-hint')}>${typed.words}</textarea>
          ${fault('words')}
        </div>
      </fieldset>
      <fieldset>
        <legend>${text.consentTitle}</legend>
        <p>${text.consentText} <small>${text.consentVersion(CONSENT_VERSION)}</small></p>
        <label class="choice"
          ><input
            id="consent"
            type="checkbox"
            name="consent"
            value="${CONSENT_VERSION}"
            ${typed.consent === CONSENT_VERSION && html`checked`}
            ${invalid('consent')}
          />
          ${text.consent}</label
        >
        ${fault('consent')}
        <label class="choice"
          ><input type="checkbox" name="tell" value="1" ${typed.tell === '1' && html`checked`} />
          ${text.tell}</label
        >
      </fieldset>
      <button class="send" type="submit">${text.send}</button>
    </form>
    <section>
      <h2>${text.nextTitle}</h2>
      <ol>
        ${text.next.split('\n').map((line) => html`<li>${line}</li>`)}
      </ol>
    </section>`
}

/** A name to type at first; where it is not found in the province, the list of that province's communes. */
function renderCommune(
  language: Language,
  { typed, faults }: HelpFormState,
  fault: Html | false,
  invalid: Html,
): Html {
  const text = helpText[language]
  const province = readProvinces().find(({ code }) => code === typed.province)
  const isCode = /^\d{5}$/.test(typed.commune)
  if (province && (faults.has('commune') || isCode)) {
    const old = parseOldCommuneIn(typed.commune, province.code)
    const became = !old.ok && old.error.kind === 'commune-ambiguous' ? old.error.codes : []
    const option = ({ code, name }: Pick<Commune, 'code' | 'name'>) =>
      html`<option value="${code}" ${typed.commune === code && html`selected`}>${name}</option>`
    return html`<div class="field">
      <label for="commune">${text.commune}</label>
      <p class="hint" id="commune-hint">
        ${became.length === 0 ? text.communeWhich : text.communeBecame(typed.commune)}
      </p>
      <select id="commune" name="commune" ${invalid}>
        <option value="">${text.choose}</option>
        ${
          became.length > 0 &&
          html`<optgroup label="${text.communeMaybe}">
            ${province.communes.filter(({ code }) => became.includes(code)).map(option)}
          </optgroup>`
        }
        ${
          became.length === 0
            ? province.communes.map(option)
            : html`<optgroup label="${text.communeOthers}">
                ${province.communes.filter(({ code }) => !became.includes(code)).map(option)}
              </optgroup>`
        }
      </select>
      ${fault}
    </div>`
  }
  return html`<div class="field">
    <label for="commune">${text.commune}</label>
    <p class="hint" id="commune-hint">${text.communeHint}</p>
    <input id="commune" name="commune" value="${typed.commune}" autocomplete="off" ${invalid} />
    ${fault}
  </div>`
}

function idOf(name: HelpFault): string {
  return name
}

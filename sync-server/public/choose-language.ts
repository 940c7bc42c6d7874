import type { Language } from '#shared/i18n/text'

/** What the address says, else what the browser prefers; Vietnamese unless English comes first of the two. */
export function chooseLanguage(lang: string | undefined, acceptLanguage: string | undefined): Language {
  if (lang === 'vi' || lang === 'en') return lang
  const vi = weightOf('vi', acceptLanguage)
  const en = weightOf('en', acceptLanguage)
  return en > vi ? 'en' : 'vi'
}

/** RFC 9110, 12.5.4: `en-GB;q=0.8`; a language that is not named weighs nothing. */
function weightOf(language: Language, acceptLanguage = ''): number {
  const weights = acceptLanguage.split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    if (tag.trim().split('-')[0] !== language) return 0
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
    return quality === undefined ? 1 : Number(quality)
  })
  return Math.max(0, ...weights)
}

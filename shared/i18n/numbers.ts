import type { LocalDate } from '../time/time.ts'
import type { Language } from './text.ts'

/** 9800 → "9.800" in Vietnamese, "9,800" in English; at most three decimals, none that are zero. */
export function formatNumber(value: number, language: Language): string {
  const [whole, decimals] = (Math.round(Math.abs(value) * 1000) / 1000).toString().split('.')
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, thousands)
  return (value < 0 ? '−' : '') + grouped + (decimals ? point + decimals : '')
}

/** "2026-11-21" → "21/11/2026" in both languages: what labels in Vietnam print. */
export function formatDay(day: LocalDate): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

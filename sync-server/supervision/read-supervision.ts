import type { LifeStep } from '#shared/case-file/life'
import {
  WAITS_LONG_DAYS,
  type StepWait,
  type Supervision,
  type SupervisionRow,
} from '#shared/desk/desk-supervision-wire'
import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readPlaceNames, readProvinces } from '../place/places.ts'

/** In these somebody still waits for the next one. */
const WAITING: readonly LifeStep[] = ['survey', 'verification', 'published', 'planned', 'help']

/** How many wait in which step and for how long, those with most who have waited long first. */
export function readSupervision(
  reader: Reader,
  { province, at }: { readonly province: string | undefined; readonly at: Instant },
): Supervision {
  const provinceName = province === undefined ? null : provinceNameOf(province)
  const rows = readWaits(reader, province, at)
  const byPlace = Map.groupBy(rows, ({ code }) => code)
  const named = [...byPlace].map(([code, waits]): SupervisionRow => ({
    code,
    name: province === undefined ? provinceNameOf(code) : readPlaceNames(code).communeName,
    waits: waits.map(({ step, cases, oldestSince, long }) => ({ step, cases, oldestSince, long })),
  }))
  return { asOf: at, provinceName, rows: named.sort(longestFirst) }
}

function readWaits(
  reader: Reader,
  province: string | undefined,
  at: Instant,
): (StepWait & { readonly code: string })[] {
  const { query } = reader
  const longSince = instantFromMs(msFromInstant(at) - WAITS_LONG_DAYS * DAY_MS)
  const place = province === undefined ? 'provinceCode' : 'communeCode'
  let waiting = query
    .selectFrom('caseLife')
    .where('mergedInto', 'is', null)
    .where('step', 'in', WAITING)
    .groupBy([place, 'step'])
    .select([place, 'step'])
    .select(({ fn }) => [fn.countAll<number>().as('cases'), fn.min('since').as('oldestSince')])
    .select(({ eb, fn }) => fn.sum<number>(eb('since', '<', longSince)).as('long'))
  if (province !== undefined) waiting = waiting.where('provinceCode', '=', province)
  const rows = reader.all(waiting) as readonly (StepWait & Record<'provinceCode' | 'communeCode', string>)[]
  return rows.map(({ step, cases, oldestSince, long, ...row }) => ({
    code: row[place],
    step,
    cases,
    oldestSince,
    long,
  }))
}

function provinceNameOf(provinceCode: string): string {
  return readProvinces().find(({ code }) => code === provinceCode)?.name ?? provinceCode
}

function longestFirst(a: SupervisionRow, b: SupervisionRow): number {
  return sum(b, 'long') - sum(a, 'long') || sum(b, 'cases') - sum(a, 'cases') || (a.code < b.code ? -1 : 1)
}

function sum({ waits }: SupervisionRow, what: 'long' | 'cases'): number {
  return waits.reduce((all, wait) => all + wait[what], 0)
}

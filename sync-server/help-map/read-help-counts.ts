import type { CommuneCounts, HelpSign } from '#shared/help-map/help-map'
import type { LifeStep } from '#shared/case-file/life'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'

/** Somebody waits for help in these; in the others it has come, or will not. */
const NEEDING: readonly LifeStep[] = ['survey', 'verification', 'published', 'planned']

/** How many case files of a commune wait for help, by how sure that is at a moment: a green tick that ran out is not. */
export function readHelpCounts(reader: Reader, at: Instant): CommuneCounts[] {
  const { query } = reader
  const counted = reader.all(
    query.selectFrom('caseCount').selectAll().where('step', 'in', NEEDING).where('cases', '>', 0),
  )
  const ranOut = reader.all(
    query
      .selectFrom('caseLife')
      .select(['provinceCode', 'communeCode'])
      .where('tick', '=', 'green')
      .where('tickUntil', 'is not', null)
      .where('tickUntil', '<', at)
      .where('step', 'in', NEEDING)
      .where('mergedInto', 'is', null),
  )
  const byCommune = new Map<string, { provinceCode: string; communeCode: string; counts: Counts }>()
  const countsAt = (place: { provinceCode: string; communeCode: string }) => {
    const known = byCommune.get(place.communeCode) ?? {
      ...place,
      counts: { green: 0, yellow: 0, waiting: 0 },
    }
    byCommune.set(place.communeCode, known)
    return known.counts
  }
  for (const { provinceCode, communeCode, tick, cases } of counted) {
    countsAt({ provinceCode, communeCode })[signOf(tick)] += cases
  }
  for (const place of ranOut) {
    const counts = countsAt(place)
    counts.green--
    counts.waiting++
  }
  return [...byCommune.values()]
}

type Counts = Record<HelpSign, number>

function signOf(tick: string): HelpSign {
  return tick === 'green' || tick === 'yellow' ? tick : 'waiting'
}

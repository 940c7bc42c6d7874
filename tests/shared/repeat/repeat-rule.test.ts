import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '#shared/item/item'
import { judgeRepeats } from '#shared/repeat/judge-repeats'
import { judgeRepeat, USUAL_REPEAT_RULE, type Helped } from '#shared/repeat/repeat-rule'
import { addDays, dayInVietnam, instantFromMs, type LocalDate } from '#shared/time/time'

const HELPED_ON = '2026-11-12' as LocalDate
const helped = (on: LocalDate, over: Partial<Helped> = {}): Helped =>
  ({ caseFileId: 'a', group: 'food', on, ...over }) as Helped
const askedOn = (on: string, caseFileId = 'b') => ({
  caseFileId,
  groups: ['food'] as const,
  on: on as LocalDate,
})

describe('whether help is open', () => {
  test('it opens again on the fourteenth day after', () => {
    expect(judgeRepeat([helped(HELPED_ON)], askedOn('2026-11-25'), USUAL_REPEAT_RULE)).toEqual({
      kind: 'helped',
      group: 'food',
      on: '2026-11-12',
      opensOn: '2026-11-26',
      elsewhere: true,
    })
    expect(judgeRepeat([helped(HELPED_ON)], askedOn('2026-11-26'), USUAL_REPEAT_RULE).kind).toBe('open')
  })

  test('other groups of goods are open', () => {
    const asked = { ...askedOn('2026-11-13'), groups: ['medical'] as const }
    expect(judgeRepeat([helped(HELPED_ON)], asked, USUAL_REPEAT_RULE).kind).toBe('open')
  })

  test('a group has the days that were set for it, and none when they are 0', () => {
    const rule = { days: 14, byGroup: { food: 3, baby: 0 } }
    expect(judgeRepeat([helped(HELPED_ON)], askedOn('2026-11-14'), rule).kind).toBe('helped')
    expect(judgeRepeat([helped(HELPED_ON)], askedOn('2026-11-15'), rule).kind).toBe('open')
    const baby = { ...askedOn(HELPED_ON), groups: ['baby'] as const }
    expect(judgeRepeat([helped(HELPED_ON, { group: 'baby' })], baby, rule).kind).toBe('open')
  })

  test('what one case file gets on one day is one help; through another case file it is not', () => {
    expect(judgeRepeat([helped(HELPED_ON)], askedOn(HELPED_ON, 'a'), USUAL_REPEAT_RULE).kind).toBe('open')
    expect(judgeRepeat([helped(HELPED_ON)], askedOn(HELPED_ON, 'b'), USUAL_REPEAT_RULE).kind).toBe('helped')
  })

  test('of several that stand in the way the one that opens last is named', () => {
    const both = [helped(HELPED_ON), helped('2026-11-15' as LocalDate)]
    for (const list of [both, both.toReversed()]) {
      expect(judgeRepeat(list, askedOn('2026-11-20'), USUAL_REPEAT_RULE)).toMatchObject({
        on: '2026-11-15',
        opensOn: '2026-11-29',
      })
    }
  })

  test('days are days in Vietnam, up to the minute around midnight', () => {
    const midnight = Date.parse('2026-11-12T17:00:00.000Z')
    fc.assert(
      fc.property(
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: -180, max: 180 }),
        (before, after) => {
          const on = dayInVietnam(instantFromMs(midnight + before * 60_000))
          const again = dayInVietnam(instantFromMs(midnight + 14 * 86_400_000 + after * 60_000))
          const isOpen = judgeRepeat([helped(on)], askedOn(again), USUAL_REPEAT_RULE).kind === 'open'
          expect(on).toBe(before < 0 ? '2026-11-12' : '2026-11-13')
          expect(isOpen).toBe(!(before >= 0 && after < 0))
        },
      ),
    )
  })

  test('it is open exactly when every help of a wanted group lies its days back', () => {
    const help = fc.record({
      caseFileId: fc.constantFrom('a', 'b'),
      group: fc.constantFrom(...CATEGORIES.slice(0, 3)),
      on: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-10-01' as LocalDate, days)),
    }) as fc.Arbitrary<Helped>
    fc.assert(
      fc.property(fc.array(help), fc.integer({ min: 0, max: 60 }), (all, days) => {
        const on = addDays('2026-10-01' as LocalDate, days)
        const groups = CATEGORIES.slice(0, 2)
        const answer = judgeRepeat(all, { caseFileId: 'b', groups, on }, USUAL_REPEAT_RULE)
        const near = all.filter(
          (one) =>
            groups.includes(one.group) &&
            Math.abs(Date.parse(one.on) - Date.parse(on)) < 14 * 86_400_000 &&
            !(one.caseFileId === 'b' && one.on === on),
        )
        expect(answer.kind === 'open').toBe(near.length === 0)
        if (answer.kind === 'helped') expect(answer.opensOn > on || answer.on > on).toBe(true)
      }),
    )
  })
})

test('which help came too soon does not depend on the order in which it is told', () => {
  const given = fc.array(
    fc.record({
      caseFileId: fc.constantFrom('a', 'b'),
      movementId: fc.uuid(),
      at: fc
        .integer({ min: 0, max: 40 * 24 })
        .map((hours) => instantFromMs(Date.parse('2026-11-01T00:00:00.000Z') + hours * 3_600_000)),
      groups: fc.constantFrom(['food'], ['staple'], ['food', 'baby']),
    }),
    { maxLength: 12 },
  )
  const usual = () => USUAL_REPEAT_RULE
  fc.assert(
    fc.property(
      given.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(judgeRepeats(shuffled, 'a', usual)).toEqual(judgeRepeats(all, 'a', usual))
      },
    ),
  )
})

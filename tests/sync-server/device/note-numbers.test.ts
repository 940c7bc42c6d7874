import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addNumbers, holesOf } from '../../../sync-server/device/note-numbers.ts'

const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 })

test('ranges and holes together are every number up to the highest, each once', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 6 }), (pushes) => {
      const ranges = pushes.reduce(addNumbers, [] as ReturnType<typeof addNumbers>)
      const received = new Set(pushes.flat())
      const covered = ranges.flatMap(each)
      expect(new Set(covered)).toEqual(received)
      const all = [...covered, ...holesOf(ranges).flatMap(each)].toSorted((a, b) => a - b)
      expect(all).toEqual(Array.from({ length: Math.max(0, ...received) }, (_, index) => index + 1))
    }),
  )
})

test('the ranges depend on which numbers arrived, not on their order', () => {
  fc.assert(
    fc.property(fc.tuple(numbers, fc.nat()), ([all, cut]) => {
      const at = cut % all.length
      expect(addNumbers(addNumbers([], all.slice(at)), all.slice(0, at))).toEqual(addNumbers([], all))
    }),
  )
})

function each({ fromSeq, toSeq }: { readonly fromSeq: number; readonly toSeq: number }): number[] {
  return Array.from({ length: toSeq - fromSeq + 1 }, (_, index) => fromSeq + index)
}

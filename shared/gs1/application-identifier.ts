import { LINTS, type LintName } from './lints.ts'
import { assert } from '../assert.ts'
import { SYNTAX_TABLE } from './syntax-table.ts'

export interface ValuePart {
  readonly characters: 'N' | 'X' | 'Y' | 'Z'
  readonly lengthMin: number
  readonly lengthMax: number
  readonly optional: boolean
  readonly lints: readonly LintName[]
}

export interface ApplicationIdentifier {
  readonly ai: string
  readonly parts: readonly ValuePart[]
  /** Beginnings of identifiers that must not stand beside it. */
  readonly excludes: readonly string[]
  /** The value ends by its length, so no separator follows it. */
  readonly predefinedLength: boolean
}

/** All identifiers that begin with the same two digits have one length, so a prefix finds at most one. */
export function findApplicationIdentifier(text: string): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const entry = entryByAi.get(text.slice(0, length))
    if (entry && text.length >= length) return entry
  }
  return undefined
}

/** GS1 General Specifications, figure 7.8.5-2: values whose length follows from the first two digits. */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/

const entryByAi: ReadonlyMap<string, ApplicationIdentifier> = readTable()

function readTable(): Map<string, ApplicationIdentifier> {
  const entries = new Map<string, ApplicationIdentifier>()
  for (const line of SYNTAX_TABLE.trim().split('\n')) {
    const [range, ...words] = line.split(' ')
    const parts = words.filter((word) => !word.startsWith('ex=')).map(readPart)
    const excludes =
      words
        .find((word) => word.startsWith('ex='))
        ?.slice(3)
        .split(',') ?? []
    for (const ai of identifiersOf(range!)) {
      entries.set(ai, {
        ai,
        parts,
        excludes: excludes.map((other) => (other === 'self' ? ai.slice(0, 3) : other)),
        predefinedLength: PREDEFINED.test(ai),
      })
    }
  }
  return entries
}

/** `11`, `11-13` or `310n-316n`. */
function identifiersOf(range: string): string[] {
  const [first, last = first] = range.split('-') as [string, string?]
  const decimals = first.endsWith('n') ? [0, 1, 2, 3, 4, 5] : ['']
  const [from, to] = [first.replace('n', ''), last.replace('n', '')]
  const identifiers: string[] = []
  for (let number = Number(from); number <= Number(to); number++) {
    for (const decimal of decimals) identifiers.push(String(number).padStart(from.length, '0') + decimal)
  }
  return identifiers
}

function readPart(word: string): ValuePart {
  const optional = word.startsWith('[')
  const [type, ...lints] = (optional ? word.slice(1, -1) : word).split(',') as [string, ...string[]]
  const match = /^([NXYZ])(\.\.)?(\d+)$/.exec(type)
  assert(match, `bad part in the syntax table: ${word}`)
  for (const lint of lints) assert(lint in LINTS, `unknown lint in the syntax table: ${lint}`)
  const lengthMax = Number(match[3])
  return {
    characters: match[1] as ValuePart['characters'],
    lengthMin: match[2] ? 1 : lengthMax,
    lengthMax,
    optional,
    lints: lints as LintName[],
  }
}

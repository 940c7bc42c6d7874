import { readFileSync } from 'node:fs'
import type { Sentence } from '#shared/i18n/text'
import type { Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../../sync-server/database/open-reader.ts'
import type { Writer } from '../../sync-server/database/writer.ts'
import type { DeskRefusal } from '../../sync-server/desk/desk-refusal.ts'
import type { SealKeys } from '../../sync-server/seal/seal-keys.ts'

/** What a command works with: the database file itself, so that a server may run or not. */
export interface CommandContext {
  readonly reader: Reader
  readonly writer: Writer
  readonly dataFolder: string
  /** What persons are sealed with; asked for by the few commands that are about persons. */
  readonly openKeys: () => Promise<SealKeys>
  /** Where people open the app. */
  readonly origin: string
  readonly now: () => Instant
  readonly newId: () => string
  /** A path as the person typed it, below the folder they stand in. */
  readonly path: (typed: string) => string
}

export interface CommandInput {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

export type CommandRefusal =
  | DeskRefusal
  | { readonly kind: 'usage'; readonly message: Sentence }
  | { readonly kind: 'no-data'; readonly folder: string }
  | { readonly kind: 'no-key'; readonly message: Sentence }

export interface Command {
  /** "warehouse add" */
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  readonly summary: string
  /** How many words may follow without `--`; none unless said. A second file, or a name without quotation marks, is not passed over. */
  readonly wordsMax?: number
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /** Begins a warehouse in a folder that has none yet; any other command would only hide a mistyped name. */
  readonly begins?: true
  run(context: CommandContext, input: CommandInput): Promise<Result<object, CommandRefusal>>
}

/** Who changed something when nobody is named. */
export const COMMAND_LINE = 'command-line'

export const STRING = { type: 'string' } as const
export const FLAG = { type: 'boolean' } as const

/** The value of `--name`, else what stands at that place without a name. */
export function valueOf(
  { values, positionals }: CommandInput,
  name: string,
  at?: number,
): string | undefined {
  const named = values[name]
  if (typeof named === 'string') return named
  return at === undefined ? undefined : positionals[at]
}

/** The same for a PIN or a password: "-" reads it from what is piped in, so that it is in no list of processes. */
export function secretOf(input: CommandInput, name: string, at?: number): string | undefined {
  const given = valueOf(input, name, at)
  return given === '-' ? readFileSync(0, 'utf8').split(/\r?\n/)[0] : given
}

export function usageRefusal(vi: string, en: string): CommandRefusal {
  return { kind: 'usage', message: { vi, en } }
}

import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Sentence } from '#shared/i18n/text'
import { err, ok, type Result } from '#shared/result'
import { instantFromMs } from '#shared/time/time'
import { readConfig } from '../../sync-server/config.ts'
import { isBusy } from '../../sync-server/database/is-busy.ts'
import { hasDatabase } from '../../sync-server/database/open-database.ts'
import { openReader } from '../../sync-server/database/open-reader.ts'
import { openWriterInProcess } from '../../sync-server/database/writer.ts'
import { sentenceForDesk } from '../../sync-server/desk/desk-refusal.ts'
import { openPersons } from '../../sync-server/person/open-persons.ts'
import { readServerAddress } from '../../sync-server/status/server-address.ts'
import { StartRefusal } from '../../sync-server/status/start-refusal.ts'
import { CASE_FILE_COMMANDS } from './case-file-commands.ts'
import { STRING, usageRefusal, type Command, type CommandInput, type CommandRefusal } from './command.ts'
import { DEVICE_COMMANDS } from './device-commands.ts'
import { HOOK_COMMANDS } from './hook-commands.ts'
import { IMPORT_COMMANDS } from './import-commands.ts'
import { PLACE_COMMANDS } from './place-commands.ts'
import { REFUSED_COMMANDS } from './refused-commands.ts'
import { splitWords } from './split-words.ts'
import { STAFF_COMMANDS } from './staff-commands.ts'
import { SYSTEM_COMMANDS } from './system-commands.ts'
import { usageJson, usageText } from './usage.ts'

const COMMANDS: readonly Command[] = [
  ...PLACE_COMMANDS,
  ...STAFF_COMMANDS,
  ...DEVICE_COMMANDS,
  ...IMPORT_COMMANDS,
  ...CASE_FILE_COMMANDS,
  ...HOOK_COMMANDS,
  ...REFUSED_COMMANDS,
  ...SYSTEM_COMMANDS,
]
const GLOBAL_OPTIONS = { data: STRING, origin: STRING } as const

export interface KhoOutcome {
  readonly exitCode: 0 | 1
  readonly stdout: string
  readonly stderr: string
}

/** One command line from its words to what is printed. The database is opened for one command and closed again. */
export async function runKho(
  typed: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<KhoOutcome> {
  const { leading, words } = splitWords(typed, Object.keys(GLOBAL_OPTIONS))
  if (words.length === 0 || words.includes('--help') || words[0] === 'help') {
    const text = words.includes('--json') ? `${JSON.stringify(usageJson(COMMANDS))}\n` : usageText(COMMANDS)
    return { exitCode: 0, stdout: text, stderr: '' }
  }
  const outcome = await runCommand(words, leading, env).catch((error: unknown) =>
    err(isBusy(error) ? ({ kind: 'busy' } as const) : failureOf(error)),
  )
  if (outcome.ok) return { exitCode: 0, stdout: `${JSON.stringify(outcome.value)}\n`, stderr: '' }
  const error = { ...outcome.error, message: sentenceOf(outcome.error) }
  return { exitCode: 1, stdout: '', stderr: `${JSON.stringify({ error })}\n` }
}

async function runCommand(
  words: readonly string[],
  leading: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<object, CommandRefusal>> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => word === words[i]))
  if (!command) {
    return err(
      usageRefusal(
        'Không có lệnh này. Hãy xem: npm run --silent kho -- help',
        'There is no such command. See: npm run --silent kho -- help',
      ),
    )
  }
  const input = parseInput(command, [...leading, ...words.slice(command.name.split(' ').length)])
  if (!input.ok) return input

  const { values } = input.value
  const from = env['INIT_CWD'] ?? process.cwd()
  const config = readConfig(env)
  const dataFolder = typeof values['data'] === 'string' ? resolve(from, values['data']) : config.dataFolder
  const origin = typeof values['origin'] === 'string' ? values['origin'].replace(/\/+$/, '') : undefined
  if (!command.begins && !hasDatabase(dataFolder)) return err({ kind: 'no-data', folder: dataFolder })
  const { keyFile } = config
  const now = () => instantFromMs(Date.now())
  const writer = openWriterInProcess(dataFolder)
  const reader = openReader(dataFolder)
  try {
    const { data: _, origin: __, ...rest } = values
    return await command.run(
      {
        reader,
        writer,
        dataFolder,
        openKeys: async () => (await openPersons({ dataFolder, keyFile, reader, writer, now })).keys,
        origin:
          origin ?? config.publicUrl ?? readServerAddress(dataFolder) ?? `http://localhost:${config.port}`,
        now,
        newId: randomUUID,
        path: (typed) => resolve(from, typed),
      },
      { ...input.value, values: rest },
    )
  } finally {
    reader.close()
    await writer.close()
  }
}

function parseInput(
  { name, usage, options, wordsMax = 0 }: Command,
  words: readonly string[],
): Result<CommandInput, CommandRefusal> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, ...GLOBAL_OPTIONS },
      allowPositionals: true,
    })
    if (positionals.length <= wordsMax) return ok({ positionals, values: { ...values } })
  } catch {
    // The same answer: how it is written.
  }
  const line = `kho ${name} ${usage}`.trim()
  return err(usageRefusal(`Lệnh viết như sau: ${line}`, `The command is written like this: ${line}`))
}

/** A disk that is full, a file that is no database: the person at the keyboard may see what the system says. */
function failureOf(error: unknown): CommandRefusal {
  if (error instanceof StartRefusal) return { kind: 'no-key', message: error.sentence }
  const detail = error instanceof Error ? error.message : String(error)
  return { kind: 'internal', detail } as CommandRefusal
}

function sentenceOf(refusal: CommandRefusal): Sentence {
  if (refusal.kind === 'usage' || refusal.kind === 'no-key') return refusal.message
  if (refusal.kind !== 'no-data') return sentenceForDesk(refusal)
  return {
    vi: `Không có dữ liệu kho trong ${refusal.folder}. Hãy chạy máy chủ ở đó một lần (npm start), hoặc ghi đúng thư mục: --data THƯ_MỤC.`,
    en: `There is no warehouse data in ${refusal.folder}. Start the server there once (npm start), or give the right folder: --data FOLDER.`,
  }
}

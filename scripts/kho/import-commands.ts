import { readFileSync } from 'node:fs'
import type { ImportKind } from '#shared/desk/desk-import-wire'
import { err } from '#shared/result'
import { importInto } from '../../sync-server/import/import-route.ts'
import { COMMAND_LINE, FLAG, usageRefusal, type Command } from './command.ts'

export const IMPORT_COMMANDS: readonly Command[] = [
  importCommand('items', 'Nhập danh mục hàng từ CSV · import the catalogue from CSV'),
  importCommand('case-files', 'Nhập hồ sơ từ CSV · import case files from CSV'),
  importCommand('requests', 'Nhập yêu cầu từ CSV · import requests from CSV'),
]

function importCommand(kind: ImportKind, summary: string): Command {
  return {
    name: `${kind} import`,
    usage: 'FILE [--preview] [--skip-bad]',
    summary: `${summary}; "-" reads what is piped in`,
    wordsMax: 1,
    options: { preview: FLAG, 'skip-bad': FLAG },
    async run({ writer, openKeys, now, path }, { positionals, values }) {
      const [typed] = positionals
      const file = typed === undefined ? undefined : readFile(typed, path)
      if (file === undefined) {
        return err(
          usageRefusal(
            'Không đọc được tệp này. Hãy kiểm tra đường dẫn.',
            'This file cannot be read. Check the path.',
          ),
        )
      }
      const args = {
        file,
        commit: values['preview'] !== true,
        skipBad: values['skip-bad'] === true,
        importedBy: null,
        changedBy: COMMAND_LINE,
        at: now(),
      }
      return importInto(writer, kind, args, openKeys)
    },
  }
}

function readFile(typed: string, path: (typed: string) => string): Uint8Array | undefined {
  try {
    return readFileSync(typed === '-' ? 0 : path(typed))
  } catch {
    return undefined
  }
}

import type { Sentence } from '#shared/i18n/text'

/** A fault of one cell: which column, and what to do about it. The cell itself is not repeated: it may name a person. */
export interface CellFault {
  readonly column: string
  readonly message: Sentence
}

export function missing(column: string): CellFault {
  return { column, message: { vi: `Thiếu “${column}”.`, en: `“${column}” is empty.` } }
}

export function tooLong(column: string, lengthMax: number): CellFault {
  return {
    column,
    message: {
      vi: `“${column}” dài quá ${lengthMax} chữ.`,
      en: `“${column}” is longer than ${lengthMax} letters.`,
    },
  }
}

export function unknownWord(column: string, words: readonly string[]): CellFault {
  return {
    column,
    message: {
      vi: `“${column}” phải là một trong: ${words.join(', ')}.`,
      en: `“${column}” must be one of: ${words.join(', ')}.`,
    },
  }
}

export function repeated(column: string, line: number): CellFault {
  return {
    column,
    message: {
      vi: `Trùng với dòng ${line}. Hãy giữ lại một dòng.`,
      en: `The same as line ${line}. Keep one of them.`,
    },
  }
}

export function fault(column: string, vi: string, en: string): CellFault {
  return { column, message: { vi, en } }
}

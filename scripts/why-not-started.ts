import type { Sentence } from '#shared/i18n/text'
import { StartRefusal } from '../sync-server/status/start-refusal.ts'

/** Where the server was to start. */
export interface StartPlace {
  readonly port: number
  readonly dataFolder: string
}

/** Why a server did not start, with the way out; undefined for what only its stack explains. */
export function whyNotStarted(error: unknown, { port, dataFolder }: StartPlace): Sentence | undefined {
  if (error instanceof StartRefusal) return error.sentence
  if (!(error instanceof Error && 'code' in error)) return undefined
  const isAboutPort = 'syscall' in error && error.syscall === 'listen'
  return isAboutPort ? whyNoPort(error.code, port) : whyNoData(String(error.code), dataFolder)
}

function whyNoPort(code: unknown, port: number): Sentence | undefined {
  if (code === 'EADDRINUSE') {
    return {
      vi: `Cổng ${port} đang có chương trình khác dùng, có thể chính là Kho 4Đ đã chạy. Hãy tắt chương trình ấy, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
      en: `Another program uses port ${port}, perhaps Kho 4Đ itself. Stop it, or choose another port: PORT=${port + 1} npm start`,
    }
  }
  if (code === 'EACCES') {
    return {
      vi: `Máy này không cho dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên: PORT=4040 npm start`,
      en: `This machine does not allow port ${port}. Choose one from 1024 up: PORT=4040 npm start`,
    }
  }
  return undefined
}

function whyNoData(code: string, folder: string): Sentence | undefined {
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return {
      vi: `Tệp kho4d.sqlite trong ${folder} đã hỏng hoặc không phải dữ liệu Kho 4Đ. Đừng xóa: hãy chép cả thư mục sang nơi khác, rồi đặt bản sao lưu gần nhất vào thay (README: Restore).`,
      en: `The file kho4d.sqlite in ${folder} is damaged or no data of Kho 4Đ. Do not delete it: copy the folder elsewhere, then put the newest backup in its place (README: Restore).`,
    }
  }
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) {
    return {
      vi: `Đĩa chứa ${folder} đã đầy. Hãy dọn bớt rồi chạy lại; dữ liệu đã ghi vẫn còn nguyên.`,
      en: `The disk of ${folder} is full. Make room and start again; what was recorded is still there.`,
    }
  }
  if (/^(SQLITE_(READONLY|CANTOPEN)|EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOENT)/.test(code)) {
    return {
      vi: `Không ghi được vào thư mục dữ liệu ${folder}. Hãy cho người chạy máy chủ quyền ghi, hoặc chọn thư mục khác: KHO4D_DATA=THƯ_MỤC npm start`,
      en: `The data folder ${folder} cannot be written to. Let whoever runs the server write there, or choose another: KHO4D_DATA=FOLDER npm start`,
    }
  }
  return undefined
}

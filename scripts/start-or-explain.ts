import type { Sentence } from '#shared/i18n/text'
import { StartRefusal } from '../sync-server/status/start-refusal.ts'

/** Starts a server; a port that cannot be had, or a key file that is not there, is told in words, not as a stack. */
export async function startOrExplain<Started>(port: number, start: () => Promise<Started>): Promise<Started> {
  try {
    return await start()
  } catch (error) {
    const why = error instanceof StartRefusal ? error.sentence : whyNoPort(error, port)
    if (!why) throw error
    console.error(`${why.vi}\n${why.en}`)
    process.exit(1)
  }
}

/** Undefined for anything that is not about the port. */
export function whyNoPort(error: unknown, port: number): Sentence | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
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

import type { ImportKind } from '#shared/desk/desk-import-wire'
import { defineText } from '#shared/i18n/text'

interface KindWords {
  readonly [key: string]: string
  readonly items: string
  readonly 'case-files': string
}

export const importText = defineText(
  {
    title: 'Nhập danh sách',
    kindLabel: 'Nhập gì?',
    kind: { items: 'Mặt hàng', 'case-files': 'Hồ sơ', requests: 'Yêu cầu' } satisfies KindWords &
      Record<ImportKind, string>,
    template: 'Tải bảng mẫu',
    templateHint: 'Mở bằng Excel hoặc Google Trang tính, điền rồi lưu dạng CSV.',
    drop: 'Kéo tệp CSV vào đây',
    pick: 'Chọn tệp CSV',
    orPaste: 'Hoặc dán các dòng từ bảng tính',
    paste: 'Dán vào đây, cả dòng tiêu đề',
    check: 'Kiểm tra',
    checking: 'Đang kiểm tra…',
    fromFile: (name: string) => `Tệp: ${name}`,
    fromPaste: 'Các dòng đã dán',
    tooLarge: (mb: string) => `Tệp lớn hơn ${mb} MB. Hãy chia thành nhiều tệp nhỏ.`,
    counts: {
      new: 'dòng mới',
      changed: 'dòng thay đổi',
      unchanged: 'dòng như cũ',
      bad: 'dòng sai',
    },
    clean: 'Không có dòng sai. Có thể nhập.',
    someBad: 'Hãy sửa các dòng sai trong bảng tính rồi chọn lại tệp, hoặc bỏ qua chúng.',
    moreBad: (count: string) => `Chỉ kể ${count} dòng sai đầu tiên. Sửa xong, kiểm tra lại để thấy tiếp.`,
    ignored: (columns: string) => `Các cột không dùng đến: ${columns}`,
    line: 'Dòng',
    reason: 'Sai ở đâu, sửa thế nào',
    content: 'Nội dung',
    badTitle: 'Các dòng sai',
    allTitle: 'Cả tệp',
    view: 'Xem',
    onlyBad: (count: string) => `Dòng sai (${count})`,
    everything: (count: string) => `Cả tệp (${count} dòng)`,
    commit: (count: string) => `Nhập ${count} dòng`,
    commitSkipping: (good: string, bad: string) => `Nhập ${good} dòng, bỏ ${bad} dòng sai`,
    skipTitle: (bad: string) => `Bỏ ${bad} dòng sai?`,
    skipSays: (good: string) =>
      `${good} dòng đúng sẽ được nhập. Các dòng sai không được nhập và không được ghi lại ở đâu: hãy giữ tệp để sửa sau.`,
    committing: 'Đang nhập…',
    committed: (created: string, changed: string) =>
      `Đã nhập: ${created} dòng mới, ${changed} dòng thay đổi.`,
    skipped: (bad: string) => `Đã bỏ ${bad} dòng sai. Hãy sửa trong bảng tính rồi nhập lại tệp đó.`,
    nothingNew: 'Mọi dòng đều đã có và như cũ: không có gì để nhập.',
    again: 'Nhập tệp khác',
    see: 'Xem danh sách',
    change: 'Chọn tệp khác',
  },
  {
    title: 'Import a list',
    kindLabel: 'What kind?',
    kind: { items: 'Items', 'case-files': 'Case files', requests: 'Requests' },
    template: 'Download the template',
    templateHint: 'Open it in Excel or Google Sheets, fill it in and save as CSV.',
    drop: 'Drop a CSV file here',
    pick: 'Choose a CSV file',
    orPaste: 'Or paste lines from a spreadsheet',
    paste: 'Paste here, with the header line',
    check: 'Check',
    checking: 'Checking…',
    fromFile: (name) => `File: ${name}`,
    fromPaste: 'Pasted lines',
    tooLarge: (mb) => `The file is larger than ${mb} MB. Split it into smaller files.`,
    counts: { new: 'new lines', changed: 'changed lines', unchanged: 'lines as before', bad: 'bad lines' },
    clean: 'No bad line. Ready to import.',
    someBad: 'Correct the bad lines in the spreadsheet and choose the file again, or skip them.',
    moreBad: (count) =>
      `Only the first ${count} bad lines are named. Correct them and check again to see the rest.`,
    ignored: (columns) => `Columns that are not used: ${columns}`,
    line: 'Line',
    reason: 'What is wrong, how to correct it',
    content: 'Content',
    badTitle: 'Bad lines',
    allTitle: 'The whole file',
    view: 'Show',
    onlyBad: (count) => `Bad lines (${count})`,
    everything: (count) => `The whole file (${count} lines)`,
    commit: (count) => `Import ${count} lines`,
    commitSkipping: (good, bad) => `Import ${good} lines, skip ${bad} bad ones`,
    skipTitle: (bad) => `Skip ${bad} bad lines?`,
    skipSays: (good) =>
      `${good} good lines will be imported. The bad ones are imported nowhere and kept nowhere: keep the file to correct them.`,
    committing: 'Importing…',
    committed: (created, changed) => `Imported: ${created} new lines, ${changed} changed lines.`,
    skipped: (bad) =>
      `${bad} bad lines were skipped. Correct them in the spreadsheet and import that file again.`,
    nothingNew: 'Every line is there already, as before: nothing to import.',
    again: 'Import another file',
    see: 'See the list',
    change: 'Choose another file',
  },
)

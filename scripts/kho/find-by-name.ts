import { fold } from '#shared/i18n/fold'
import type { DeviceId } from '#shared/device/device'
import type { WarehouseId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { CommandContext, CommandRefusal } from './command.ts'
import { usageRefusal } from './command.ts'

type Found<Id> = Result<Id, CommandRefusal>

/** A warehouse by its id, code or name. */
export function findWarehouse({ reader }: CommandContext, text: string | undefined): Found<WarehouseId> {
  const rows = reader.all(reader.query.selectFrom('warehouse').select(['id', 'code', 'name']))
  return pick(rows, text, ({ id, code, name }) => [id, code, name], 'kho', 'warehouse')
}

/** A member of staff by id, user name or name. */
export function findStaff({ reader }: CommandContext, text: string | undefined): Found<StaffId> {
  const rows = reader.all(reader.query.selectFrom('staffMember').select(['id', 'userName', 'name']))
  return pick(
    rows,
    text,
    ({ id, userName, name }) => [id, userName ?? '', name],
    'người này',
    'member of staff',
  )
}

/** A device by id or name. */
export function findDevice({ reader }: CommandContext, text: string | undefined): Found<DeviceId> {
  const rows = reader.all(reader.query.selectFrom('device').select(['id', 'name']))
  return pick(rows, text, ({ id, name }) => [id, name], 'máy này', 'device')
}

/** Earlier names win: an id is never mistaken for somebody's name. Two of the same name are nobody. */
function pick<Row extends { readonly id: string }>(
  rows: readonly Row[],
  text: string | undefined,
  namesOf: (row: Row) => readonly string[],
  vi: string,
  en: string,
): Found<Row['id']> {
  if (text !== undefined && text !== '') {
    const wanted = fold(text)
    for (const at of [0, 1, 2]) {
      const found = rows.filter((row) => namesOf(row)[at] !== undefined && fold(namesOf(row)[at]!) === wanted)
      if (found.length === 1) return ok(found[0]!.id)
      if (found.length > 1) {
        return err(
          usageRefusal(
            `Có nhiều ${vi} trùng tên. Hãy dùng id.`,
            `Several have this name. Use the id of the ${en}.`,
          ),
        )
      }
    }
  }
  return err(
    usageRefusal(
      `Không tìm thấy ${vi}. Hãy xem lại bằng lệnh list.`,
      `No such ${en}. Look it up with the list command.`,
    ),
  )
}

import { StaffAddSchema, StaffChangeSchema } from '#shared/desk/desk-staff-wire'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import { parseFields } from '../../sync-server/desk/parse-desk.ts'
import { hashCredentials } from '../../sync-server/staff/staff-credentials.ts'
import { refuseStaff } from '../../sync-server/staff/staff-refusal.ts'
import { readStaffPlaces } from '../../sync-server/staff/staff-places.ts'
import { readStaff, staffRow } from '../../sync-server/staff/staff-route.ts'
import {
  COMMAND_LINE,
  secretOf,
  STRING,
  valueOf,
  type Command,
  type CommandContext,
  type CommandRefusal,
} from './command.ts'
import { findStaff, findWarehouse } from './find-by-name.ts'

export const STAFF_COMMANDS: readonly Command[] = [
  {
    name: 'staff add',
    usage: '--name "Chị Lan" --role keeper [--warehouse HN] [--pin 482913] [--user-name lan --password …]',
    summary: 'Thêm người · add a person; roles: keeper, courier, verifier, coordinator, auditor, admin',
    wordsMax: 2,
    options: {
      name: STRING,
      role: STRING,
      warehouse: STRING,
      pin: STRING,
      'user-name': STRING,
      user: STRING,
      password: STRING,
    },
    async run(context, input) {
      const asked = valueOf(input, 'warehouse')
      const warehouseId = asked === undefined ? undefined : findWarehouse(context, asked)
      if (warehouseId && !warehouseId.ok) return warehouseId
      const userName = valueOf(input, 'user-name') ?? valueOf(input, 'user')
      const given = parseFields(
        withoutUndefined({
          name: valueOf(input, 'name', 0),
          role: valueOf(input, 'role', 1),
          warehouseId: warehouseId?.value,
          userName,
          password: secretOf(input, 'password'),
          pin: secretOf(input, 'pin'),
        }),
        StaffAddSchema,
      )
      if (!given.ok) return given
      const credentials = await hashCredentials(given.value)
      if (!credentials.ok) return err(refuseStaff(credentials.error))
      const added = await context.writer.write('addStaff', {
        staff: {
          id: context.newId() as StaffId,
          name: given.value.name,
          role: given.value.role,
          warehouseId: given.value.warehouseId ?? null,
          userName: given.value.userName ?? null,
          passwordHash: null,
          pinHash: null,
          keyBox: null,
          ...credentials.value,
          active: 1,
          createdAt: context.now(),
        },
        changedBy: COMMAND_LINE,
      })
      return added.ok
        ? ok(staffRow(added.value, readStaffPlaces(context.reader)))
        : err(refuseStaff(added.error))
    },
  },
  {
    name: 'staff list',
    usage: '',
    summary: 'Những người làm việc · the staff',
    options: {},
    run: async ({ reader }) => ok({ staff: readStaff(reader) }),
  },
  {
    name: 'staff set-pin',
    usage: 'STAFF PIN|-',
    summary: 'Đổi mã PIN · set a PIN; STAFF is an id, a user name or a name; "-" reads what is piped in',
    wordsMax: 2,
    options: { pin: STRING },
    run: (context, input) =>
      changeCredentials(context, input.positionals[0], { pin: secretOf(input, 'pin', 1) ?? '' }),
  },
  {
    name: 'staff set-password',
    usage: 'STAFF PASSWORD|-',
    summary:
      'Đổi mật khẩu · set a password; "-" reads what is piped in, so that no list of processes shows it',
    wordsMax: 2,
    options: { password: STRING },
    run: (context, input) =>
      changeCredentials(context, input.positionals[0], { password: secretOf(input, 'password', 1) ?? '' }),
  },
]

async function changeCredentials(
  context: CommandContext,
  who: string | undefined,
  typed: { readonly pin: string } | { readonly password: string },
): Promise<Result<object, CommandRefusal>> {
  const id = findStaff(context, who)
  if (!id.ok) return id
  const given = parseFields(typed, StaffChangeSchema)
  if (!given.ok) return given
  const credentials = await hashCredentials(given.value)
  if (!credentials.ok) return err(refuseStaff(credentials.error))
  const changed = await context.writer.write('changeStaff', {
    id: id.value,
    change: credentials.value,
    changedBy: COMMAND_LINE,
    at: context.now(),
  })
  return changed.ok
    ? ok(staffRow(changed.value, readStaffPlaces(context.reader)))
    : err(refuseStaff(changed.error))
}

function withoutUndefined(fields: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

import { err, ok } from '#shared/result'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { readDevices } from '../../sync-server/device/read-devices.ts'
import { refuseLocation } from '../../sync-server/location/warehouse-route.ts'
import { STRING, valueOf, type Command } from './command.ts'
import { findDevice, findWarehouse } from './find-by-name.ts'

export const DEVICE_COMMANDS: readonly Command[] = [
  {
    name: 'enrol-code',
    usage: '--warehouse HN [--origin https://kho.example.org]',
    summary: 'Mã ghép máy, dùng một lần trong 10 phút · a one-time code for a tablet, good for 10 minutes',
    wordsMax: 1,
    options: { warehouse: STRING },
    async run(context, input) {
      const warehouseId = findWarehouse(context, valueOf(input, 'warehouse', 0))
      if (!warehouseId.ok) return warehouseId
      const created = await createEnrolCode(context.writer, {
        warehouseId: warehouseId.value,
        createdBy: null,
        origin: context.origin,
        at: context.now(),
      })
      return created.ok ? created : err(refuseLocation(created.error))
    },
  },
  {
    name: 'device list',
    usage: '',
    summary: 'Các máy · the devices, what they still hold and when they were last heard from',
    options: {},
    run: async ({ reader, now }) => ok({ devices: readDevices(reader, now()) }),
  },
  {
    name: 'device revoke',
    usage: 'DEVICE',
    summary: 'Thu hồi máy · revoke a device, by id or name',
    wordsMax: 1,
    options: {},
    async run(context, input) {
      const id = findDevice(context, input.positionals[0])
      if (!id.ok) return id
      await context.writer.write('revokeDevice', { deviceId: id.value, at: context.now() })
      return ok(readDevices(context.reader, context.now()).find((it) => it.id === id.value)!)
    },
  },
]

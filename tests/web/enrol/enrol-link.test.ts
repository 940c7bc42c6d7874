import { expect, test } from 'vitest'
import { readEnrolLink } from '../../../web/enrol/enrol-link.ts'

test('a link may say the code alone, or what the device is to be called as well', () => {
  const code = '6-4528-9385-2425-07'
  const read = (link: string) => readEnrolLink(new URL(link, 'https://kho.example/app/enrol'))
  expect(read(`#${code}`)).toEqual({ code, name: undefined })
  expect(read(`?name=Xe+1#${code}`)).toEqual({ code, name: 'Xe 1' })
  expect(read(`?name=%20#${code}`)).toEqual({ code, name: undefined })
  expect(read('?name=Xe+1')).toEqual({ code: undefined, name: 'Xe 1' })
})

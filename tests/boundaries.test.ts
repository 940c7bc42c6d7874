import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Folders of web/ that are a job a person does; a screen serves one job and knows no other. */
const JOBS = [
  'home',
  'enrol',
  'sign-in',
  'intake',
  'dispatch',
  'stock',
  'history',
  'deliver',
  'unsent',
  'slip',
  'sample-codes',
  'desk',
]
const ENGINE = /^(better-sqlite3|pg|kysely)$/
const STORES = /^web\/(database|sync)\/|-store\.ts$|-collection\.ts$/

interface Import {
  readonly file: string
  readonly target: string
}

const imports = ['shared', 'web', 'sync-server', 'scripts'].flatMap(sourceFiles).flatMap(importsOf)

test('the rooms are measured at all', () => {
  expect(imports.length).toBeGreaterThan(300)
})

test('shared imports only itself and valibot', () => {
  expect(breaking('shared/', (target) => target === 'valibot' || target.startsWith('shared/'))).toEqual([])
})

test('the tablet knows the wire, not the server', () => {
  expect(breaking('web/', (target) => !/^(sync-server|tests|scripts)\/|^node:/.test(target))).toEqual([])
})

test('the server knows nothing of the tablet', () => {
  expect(
    breaking('sync-server/', (target) => !/^(web|tests)\/|^(react|react-dom|dexie)(\/|$)/.test(target)),
  ).toEqual([])
})

test('only the database folder knows which engine it is', () => {
  const outside = imports.filter(({ file }) => !file.startsWith('sync-server/database/'))
  expect(outside.filter(({ target }) => ENGINE.test(target) && target !== 'kysely')).toEqual([])
})

test('use cases of the tablet are free of React', () => {
  const plain = imports.filter(({ file }) => file.startsWith('web/') && file.endsWith('.ts'))
  expect(
    plain.filter(({ target }) => /^(react|react-dom)(\/|$)/.test(target) || target.endsWith('.tsx')),
  ).toEqual([])
})

test('Dexie is known to the database, the sync and the stores alone', () => {
  const others = imports.filter(({ file }) => !STORES.test(file))
  expect(others.filter(({ target }) => target === 'dexie')).toEqual([])
})

test('only web/scan knows a decoder', () => {
  const others = imports.filter(({ file }) => !file.startsWith('web/scan/'))
  expect(
    others.filter(({ target }) => /^(zxing-wasm|@zxing\/library|html5-qrcode)(\/|$)/.test(target)),
  ).toEqual([])
})

test('the kit knows no goods', () => {
  expect(
    breaking(
      'web/ui/',
      (target) => !/^(web|shared)\//.test(target) || /^(web\/ui|shared\/(i18n|time))\//.test(target),
    ),
  ).toEqual([])
})

test('no job imports another job', () => {
  const crossing = imports.filter(({ file, target }) => {
    const from = JOBS.find((job) => file.startsWith(`web/${job}/`))
    const to = JOBS.find((job) => target.startsWith(`web/${job}/`))
    return from !== undefined && to !== undefined && from !== to
  })
  expect(crossing).toEqual([])
})

function breaking(folder: string, allows: (target: string) => boolean): Import[] {
  return imports.filter(({ file, target }) => file.startsWith(folder) && !allows(target))
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => ({
    file,
    target: placeOf(file, specifier!),
  }))
}

/** A path of ours as it stands below the root, else the package's name as written. */
function placeOf(file: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1)
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier))
  return specifier
}

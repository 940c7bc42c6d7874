import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { classicStart } from './scripts/classic-start.ts'

const API = `http://localhost:${process.env['KHO4D_API_PORT'] ?? '4040'}`

/** Files of tests at a time: two on two cores as well, since most of the time they wait for a browser or a disk. */
const WORKERS = Math.min(4, Math.max(2, availableParallelism() - 1))

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'web',
  filename: 'service-worker.ts',
  injectRegister: false,
  registerType: 'prompt',
  injectManifest: {
    globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm}'],
    maximumFileSizeToCacheInBytes: 8_000_000,
  },
  manifest: {
    id: '/app/',
    name: 'Kho 4Đ',
    short_name: 'Kho 4Đ',
    description: 'Quản lý kho từ thiện, dùng được khi mất mạng',
    lang: 'vi',
    start_url: '/app/',
    scope: '/app/',
    display: 'standalone',
    orientation: 'any',
    theme_color: '#23408e',
    background_color: '#f3f5f8',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
})

export default defineConfig({
  base: '/app/',
  publicDir: 'web/public',
  plugins: [react(), classicStart(), process.env['VITEST'] ? [] : pwa],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /rolldown.runtime|node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 1,
            },
            { name: 'tablet', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '^/(?!app/|@|node_modules/|web/|shared/)': { target: API, changeOrigin: false },
    },
  },
  test: {
    reporters: ['default', './tests/support/plain-reporter.ts'],
    globalSetup: './tests/support/prepare-once.ts',
    maxWorkers: WORKERS,
    // As the whole run was started, see `scripts/with-node.mjs`.
    execArgv: process.execArgv,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as a test may wait for a state at all: one second is nothing on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/*.test.ts', 'tests/{shared,web,sync-server,scripts,sync,simulation}/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: './tests/support/tell-what-is-shown.ts',
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

import { defineConfig } from '@playwright/test'

// `./xingfuli test` starts a platform with demo data and gives its address, the accounts and the browser.
const browser = process.env.XINGFULI_CHROMIUM || '/usr/bin/chromium'

export default defineConfig({
  // What is measured is no test: `./xingfuli bench frames` asks for it.
  testDir: process.env.XINGFULI_MEASURE ? 'measure' : 'e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: process.env.XINGFULI_BASE_URL || 'http://localhost:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: browser, args: ['--no-sandbox'] },
  },
})

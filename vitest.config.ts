import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { Order } from './test/support/order.ts';

/** For files that start browsers and servers: pictures of what fails, and the end of what was started outside of the tests. */
const aroundBrowsers = 'test/e2e/support/setup.ts';

/** Ends what hangs. A sound test may take its time on a busy machine, and none has a limit of its own. */
const patience = {
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    sequence: { sequencer: Order },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/powercut/**'],
          setupFiles: ['test/support/setup.ts'],
          // Vitest leaves one core idle, which of two is half: much of what runs here waits for a disk or a process.
          // Nothing here keeps state in a module that another file could trip over, and loading modules anew is a sixth of the time.
          isolate: false,
          // What one test made dies before it is copied: with the usual 16 MB, an eighth of the time goes into copying.
          execArgv: ['--min-semi-space-size=192', '--max-semi-space-size=192'],
          ...patience,
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: [aroundBrowsers],
          // Playwright is loaded once for each worker, not for each file.
          isolate: false,
          // Each file has ports, folders, profiles and displays of its own, and waits for them most of the time.
          maxWorkers: 2,
          ...patience,
        },
      },
      {
        test: {
          name: 'powercut',
          include: ['test/powercut/**/*.test.ts'],
          setupFiles: [aroundBrowsers],
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'shots',
          include: ['test/shots/**/*.shots.ts'],
          setupFiles: [aroundBrowsers],
          fileParallelism: false,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

/** For every file that starts browsers and servers: a failure leaves pictures, and what was started outside of its tests ends. */
import { afterAll, afterEach } from 'vitest';
import { endAll } from './cleanup.ts';
import { keepPictures } from './failure.ts';

afterEach(keepPictures);
afterAll(endAll);

/** After every file that starts browsers and servers: what was started outside of its tests ends. */
import { afterAll } from 'vitest';
import { endAll } from './cleanup.ts';

afterAll(endAll);

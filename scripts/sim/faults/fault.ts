/** How a known fault is planted at the edges of the real client and server. */
import type { PullAnswer, PushAnswer } from '../../../lib/contract/sync.ts';
import type { Exchange, Network } from '../profile.ts';
import type { SimServer } from '../server.ts';

export interface Fault {
  /** As a request leaves that will be held on its way. */
  held?: (exchange: Exchange, server: SimServer) => Promise<void>;
  /** Before the server gets it. */
  request?: (exchange: Exchange, server: SimServer) => Promise<void>;
  /** After the server answered. */
  answer?: (
    exchange: Exchange,
    answer: PullAnswer | PushAnswer,
    server: SimServer,
    network: Network,
  ) => Promise<PullAnswer | PushAnswer>;
  doctor?: Network['doctor'];
}

export const isPush = ({ path }: Exchange): boolean => path === '/v1/push';
/** What a request says. */
export const bodyOf = <T>({ init }: Exchange): T => JSON.parse(String(init.body)) as T;

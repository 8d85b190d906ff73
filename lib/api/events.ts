/** The live connection: server-sent events over fetch, since EventSource cannot send a token. */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Poke } from '#lib/contract/sync.ts';
import type { Api } from './api.ts';

/**
 * Listens until the signal aborts, resuming after breaks with growing pauses (1 s to 60 s, with jitter).
 * `onPoke` hears where the workspace stands, at each connection too, so that nothing is missed in a gap.
 */
export async function listen(
  api: Pick<Api, 'stream'>,
  onPoke: (poke: Poke) => void,
  onState: (state: 'live' | 'away') => void,
  signal: AbortSignal,
  wait = pause,
): Promise<void> {
  let lastEventId: string | null = null;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const response = await api.stream(lastEventId, signal);
      const shapes = await import('./answers.ts');
      onState('live');
      if (!response.body) throw new TypeError('The stream has no body.');
      const events = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream());
      for await (const { event, data, id } of chunks(events)) {
        failures = 0;
        lastEventId = id ?? lastEventId;
        const poke = event === 'poke' ? shapes.Poke.safeParse(json(data)) : null;
        if (poke?.success) onPoke(poke.data);
      }
    } catch {
      // Whatever broke it, the round that follows tells the user; here it is only tried again.
    }
    if (signal.aborted) return;
    onState('away');
    await wait(
      Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2),
      signal,
    );
  }
}

/** Chromium's streams are not all async iterable; a reader is. */
async function* chunks<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The few commands of the DevTools protocol that the panel's driver sends, over a WebSocket. */
import { atEnd } from './cleanup.ts';

interface Commands {
  'Runtime.evaluate': {
    params: {
      expression: string;
      awaitPromise: boolean;
      returnByValue: boolean;
      userGesture: boolean;
    };
    answer: {
      result: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
  };
  'DOM.getDocument': { params: { depth: number }; answer: { root: { nodeId: number } } };
  'Accessibility.queryAXTree': {
    params: { nodeId: number; role: string };
    answer: {
      nodes: {
        ignored: boolean;
        name?: { value?: unknown };
        backendDOMNodeId?: number;
        properties?: { name: string; value: { value?: unknown } }[];
      }[];
    };
  };
  'DOM.scrollIntoViewIfNeeded': { params: { backendNodeId: number }; answer: unknown };
  'DOM.getContentQuads': { params: { backendNodeId: number }; answer: { quads: number[][] } };
  'Input.dispatchMouseEvent': {
    params: {
      type: 'mouseMoved' | 'mousePressed' | 'mouseReleased';
      x: number;
      y: number;
      button: string;
      clickCount: number;
    };
    answer: unknown;
  };
  'Input.insertText': { params: { text: string }; answer: unknown };
  'Network.enable': { params: object; answer: unknown };
  'Network.setBlockedURLs': { params: { urls: string[] }; answer: unknown };
  'ServiceWorker.enable': { params: object; answer: unknown };
  'ServiceWorker.stopAllWorkers': { params: object; answer: unknown };
  'Page.captureScreenshot': { params: { format: 'png' }; answer: { data: string } };
}

export interface DevTools {
  send: <Name extends keyof Commands>(
    name: Name,
    params: Commands[Name]['params'],
  ) => Promise<Commands[Name]['answer']>;
  close: () => void;
}

/** The browser refused a command, the target is gone, or no answer came. */
export class DevToolsError extends Error {}

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Connects to one target; the connection ends with the test, at the latest. */
export async function connect(url: string): Promise<DevTools> {
  const socket = new WebSocket(url);
  const waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (e: Error) => void }
  >();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new DevToolsError(`No answer from ${url}`)), {
      once: true,
    });
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as Message;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (error) asked.reject(new DevToolsError(error.message));
    else asked.resolve(result as never);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new DevToolsError('The panel was closed'));
    waiting.clear();
  });
  const close = () => socket.close();
  atEnd(close);
  return {
    close,
    send: (method, params) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        if (socket.readyState !== WebSocket.OPEN) reject(new DevToolsError('The panel was closed'));
        else socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
  };
}

import '../no-eval';
import { PROJECTION_PORT } from './projection-protocol';
import { serveProjection } from './serve-projection';

self.addEventListener(
  'message',
  (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data === PROJECTION_PORT && port !== undefined) serveProjection(port);
  },
  { once: true },
);

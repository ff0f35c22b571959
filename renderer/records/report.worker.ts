import '../no-eval';
import { REPORT_PORT } from './report-protocol';
import { serveReport } from './serve-report';

self.addEventListener(
  'message',
  (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data === REPORT_PORT && port !== undefined) serveReport(port);
  },
  { once: true },
);

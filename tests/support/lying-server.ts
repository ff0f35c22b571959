import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a wrong server says to everything. */
export interface Lie {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Says "done" without having done anything. */
export const emptyListLie: Lie = { status: 200, type: 'application/json', body: '[]' };
/** The log-in page of a network that lies in between. */
export const loginPageLie: Lie = {
  status: 200,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><html><head><title>Đăng nhập Wi-Fi</title></head><body><form method="post">…</form></body></html>',
};

/** A server that is not the province. */
export interface LyingServer {
  /** Paths it was asked for so far. */
  readonly asked: () => readonly string[];
  readonly tell: (lie: Lie) => void;
  readonly stop: () => Promise<void>;
}

/** Starts one on the given port. */
export async function startLyingServer(port: number, first: Lie): Promise<LyingServer> {
  let lie = first;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.resume();
    request.on('end', () => {
      response.writeHead(lie.status, { 'content-type': lie.type });
      response.end(lie.body);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked: () => [...asked],
    tell: (next) => {
      lie = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

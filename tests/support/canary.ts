import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A listener that only wants to know whether anything ever reaches it. */
export interface Canary {
  readonly port: number;
  /** What arrived: protocol and first bytes. */
  readonly heard: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Listens for TCP and UDP on one port of an address. */
export async function startCanary(host: string): Promise<Canary> {
  const heard: string[] = [];
  const tcp = createServer((socket) => {
    heard.push('tcp');
    socket.on('error', () => heard.push('tcp reset'));
    socket.once('data', (data) => {
      heard.push(`tcp ${data.toString('latin1').slice(0, 80)}`);
      socket.end(
        'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
      );
    });
  });
  tcp.listen(0, host);
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', (message) => heard.push(`udp ${message.toString('latin1').slice(0, 20)}`));
  udp.bind(port, host);
  await once(udp, 'listening');
  return {
    port,
    heard: () => [...heard],
    stop: async () => {
      udp.close();
      tcp.close();
      await once(tcp, 'close');
    },
  };
}

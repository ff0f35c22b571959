import pino, { type Logger, type LoggerOptions } from 'pino';

/** One answered request. `route` is the pattern, never the path as sent: paths may carry ids. */
export interface RequestLogFields {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly deviceId?: string;
}

/** A fault that was not expected. `at` holds code places only: messages of a database quote the values it refused. */
export interface FaultLogFields {
  readonly errorId: string;
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
}

/** Start and stop of the server. */
export interface LifeLogFields {
  readonly engine?: string;
  readonly durable?: boolean;
  readonly serverEpoch?: string;
  readonly protocol?: number;
}

/** The server's log: only these fields ever leave, so no name, id number, address or page can. */
export interface ServerLog {
  readonly request: (fields: RequestLogFields) => void;
  readonly fault: (fields: FaultLogFields) => void;
  readonly life: (event: 'started' | 'stopping' | 'stopped', fields: LifeLogFields) => void;
}

const options: LoggerOptions = { base: null, timestamp: pino.stdTimeFunctions.isoTime };

/** Opens the log on a stream (standard error in production: standard output carries the address line). */
export function openLog(stream: { write: (line: string) => void }, level: 'info' | 'error' | 'silent'): ServerLog {
  const logger: Logger = pino({ ...options, level }, stream);
  return {
    request: ({ route, method, status, ms, deviceId }) => {
      logger.info({ route, method, status, ms, deviceId }, 'request');
    },
    fault: ({ errorId, name, code, at }) => {
      logger.error({ errorId, name, code, at }, 'fault');
    },
    life: (event, { engine, durable, serverEpoch, protocol }) => {
      logger.info({ engine, durable, serverEpoch, protocol }, event);
    },
  };
}

/** Loggable form of anything thrown. */
export function toFaultFields(error: unknown, errorId: string): FaultLogFields {
  if (!(error instanceof Error)) return { errorId, name: typeof error, at: [] };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code === undefined ? { errorId, name: error.name, at } : { errorId, name: error.name, code, at };
}

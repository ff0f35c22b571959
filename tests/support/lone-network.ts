import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A network of its own whose only route leads to one address of this machine. */
export interface LoneNetwork {
  /** The one address that can be reached from inside. */
  readonly gateway: string;
  /** Start of a command line that runs the rest inside. */
  readonly enter: readonly string[];
  readonly routes: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a network namespace with one virtual cable to this machine and no other route. `undefined` where that is not
 * allowed: it takes root and a kernel with namespaces.
 */
export async function makeLoneNetwork(): Promise<LoneNetwork | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const id = String(process.pid % 65_536);
  const [name, outside, inside] = [`qmc${id}`, `qmo${id}`, `qmi${id}`];
  const subnet = `10.213.${String(process.pid % 250)}`;
  const gateway = `${subnet}.1`;
  const ip = (...args: string[]): Promise<{ stdout: string }> => run('ip', args);
  const remove = async (): Promise<void> => {
    await ip('netns', 'delete', name);
  };
  try {
    await ip('netns', 'add', name);
  } catch {
    // No `ip`, or not allowed in this container: the caller goes on without.
    return undefined;
  }
  try {
    await ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'netns', name);
    await ip('addr', 'add', gateway, 'peer', `${subnet}.2`, 'dev', outside);
    await ip('link', 'set', outside, 'up');
    await ip('-n', name, 'addr', 'add', `${subnet}.2`, 'peer', gateway, 'dev', inside);
    await ip('-n', name, 'link', 'set', inside, 'up');
    await ip('-n', name, 'link', 'set', 'lo', 'up');
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    gateway,
    enter: ['ip', 'netns', 'exec', name],
    routes: async () => (await ip('-n', name, 'route')).stdout.trim(),
    remove,
  };
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A network of its own, from which one address of this machine can be reached and nothing else. */
export interface LoneNetwork {
  /** The one address that can be reached from inside. */
  readonly gateway: string;
  /** Start of a command line that runs the rest inside. */
  readonly enter: readonly string[];
  /**
   * `cable`: the gateway is this machine's end of a virtual cable. `sockets`: there is no way out at all, the gateway lies
   * inside, and what it is to lead to must be handed through as unix sockets.
   */
  readonly way: 'cable' | 'sockets';
  /** Routes as seen from inside. */
  readonly routes: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** A network, or why none can be made here. */
export type LoneNetworkAnswer =
  { readonly network: LoneNetwork } | { readonly network: undefined; readonly why: string };

/** Makes the closest network there can be: with a cable as root, else one inside a user namespace. */
export async function makeLoneNetwork(): Promise<LoneNetworkAnswer> {
  if (process.platform !== 'linux') return { network: undefined, why: 'network namespaces exist on Linux only' };
  return process.getuid?.() === 0 ? makeWithCable() : makeInUserNamespace();
}

/** A network namespace with one virtual cable to this machine and no other route. */
async function makeWithCable(): Promise<LoneNetworkAnswer> {
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
  } catch (error) {
    return { network: undefined, why: `\`ip netns add\` is refused: ${describe(error)}` };
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
  const routes = async (): Promise<string> => (await ip('-n', name, 'route')).stdout.trim();
  return { network: { gateway, enter: ['ip', 'netns', 'exec', name], way: 'cable', routes, remove } };
}

/**
 * The same for an ordinary user: a user namespace may have a network of its own, but no cable out of it. The gateway is an
 * address of that network's own loop. The program inside keeps its user id: a namespace in the namespace maps it back.
 */
async function makeInUserNamespace(): Promise<LoneNetworkAnswer> {
  const gateway = '10.213.0.1';
  const [uid, gid] = [String(process.getuid?.()), String(process.getgid?.())];
  const back = `unshare --user --map-user=${uid} --map-group=${gid}`;
  const setUp = `ip link set lo up && ip addr add ${gateway}/32 dev lo && exec ${back} "$@"`;
  const enter = ['unshare', '--user', '--map-root-user', '--net', 'sh', '-c', setUp, 'lone-network'];
  const inside = async (...command: string[]): Promise<string> => {
    const [program = '', ...args] = [...enter, ...command];
    return (await run(program, args)).stdout.trim();
  };
  try {
    if ((await inside('id', '-u')) !== uid) {
      return { network: undefined, why: 'the user id is lost in a user namespace' };
    }
  } catch (error) {
    return { network: undefined, why: `\`unshare -rn\` is refused: ${describe(error)}` };
  }
  return {
    network: { gateway, enter, way: 'sockets', routes: () => inside('ip', 'route'), remove: () => Promise.resolve() },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message.trim().replace(/\s+/gu, ' ') : String(error);
}

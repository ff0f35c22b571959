/**
 * Switches of the engine that would let another program see into the app, steer it, or open its page to the world. The
 * installed app does not start with one of them: the engine takes them from any command line, a changed shortcut too.
 */
const FORBIDDEN: readonly RegExp[] = [
  // A port or pipe of the debugger reads the unlocked page, and may do all that the officer may.
  /^remote-(?:debugging|allow)-/u,
  /^inspect(?:-|$)/u,
  /^debug(?:-|$)/u,
  /^(?:auto-open-devtools-for-tabs|enable-automation|load-extension|disable-extensions-except)$/u,
  // Another program or other code in the place of the engine's own processes.
  /^js-flags$/u,
  /-cmd-prefix$/u,
  /^(?:gpu-launcher|browser-subprocess-path|single-process|no-zygote)$/u,
  // The walls between page, main and world.
  /^(?:disable-web-security|allow-running-insecure-content)$/u,
  /^disable-(?:site-isolation-trials|seccomp-filter-sandbox|setuid-sandbox|namespace-sandbox|gpu-sandbox)$/u,
  /^ignore-certificate-errors/u,
  /^(?:proxy-server|proxy-pac-url|log-net-log|ssl-key-log-file)$/u,
];

/**
 * The first switch of a command line that the installed app refuses, as it was named; `undefined` when there is none. The
 * engine takes one dash like two, and on Windows a slash and any case.
 */
export function findForbiddenSwitch(argv: readonly string[], platform: NodeJS.Platform): string | undefined {
  const form = platform === 'win32' ? /^(?:--?|\/)([^=]+)/u : /^--?([^=]+)/u;
  return argv
    .map((argument) => form.exec(argument.trim())?.[1]?.toLowerCase())
    .find((name) => name !== undefined && FORBIDDEN.some((pattern) => pattern.test(name)));
}

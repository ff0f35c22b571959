/**
 * Plain progress lines for the build scripts: `[  1.4 s] text`, the time being that since `start`.
 * Lines go to standard error so that a script's standard output stays its result.
 *
 * @param {number} [start] milliseconds of `performance.now()`
 * @returns {(text: string) => void}
 */
export function createProgress(start = performance.now()) {
  return (text) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`[${seconds} s] ${text}\n`);
  };
}

import { expect, test } from './secured-desk';

// Not among them: persistent storage, which the engine itself gives every page of the app; it keeps IndexedDB.
const refusedNames = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
  'background-sync',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'clipboard-read',
  'payment-handler',
  'idle-detection',
  'screen-wake-lock',
  'window-management',
  'local-fonts',
] as const;

test('no permission is granted but writing to the clipboard', async ({ desk }) => {
  const states = await desk.page.evaluate(
    async (names) =>
      Promise.all(
        names.map(async (name) => {
          try {
            const { state } = await navigator.permissions.query({ name: name as PermissionName });
            return `${name} ${state}`;
          } catch {
            return `${name} is unknown to the engine`;
          }
        }),
      ),
    [...refusedNames],
  );
  expect(states.filter((state) => !/ (denied|is unknown to the engine)$/u.test(state))).toEqual([]);
  expect(states.filter((state) => state.endsWith(' denied')).length).toBeGreaterThan(8);
});

test('asking for a device or a sensor fails', async ({ desk }) => {
  const outcomes = await desk.page.evaluate(async () => {
    const nav = navigator as unknown as Record<
      string,
      Record<string, ((options?: unknown) => Promise<unknown>) | undefined> | undefined
    >;
    const outcome = async (task: () => Promise<unknown> | undefined): Promise<string> => {
      try {
        const value = await task();
        return value === undefined ? 'absent' : `given ${JSON.stringify(value)}`;
      } catch (error) {
        return `refused ${error instanceof Error ? error.name : String(error)}`;
      }
    };
    return {
      camera: await outcome(() => nav['mediaDevices']?.['getUserMedia']?.({ video: true })),
      microphone: await outcome(() => nav['mediaDevices']?.['getUserMedia']?.({ audio: true })),
      screen: await outcome(() => nav['mediaDevices']?.['getDisplayMedia']?.({ video: true })),
      place: await outcome(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, (error) => reject(new Error(error.message))),
          ),
      ),
      usb: await outcome(() => nav['usb']?.['requestDevice']?.({ filters: [] })),
      hid: await outcome(() => nav['hid']?.['requestDevice']?.({ filters: [] })),
      serial: await outcome(() => nav['serial']?.['requestPort']?.({})),
      bluetooth: await outcome(() => nav['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true })),
      clipboard: await outcome(() => navigator.clipboard.readText()),
    };
  });
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome.startsWith('given'))).toEqual([]);
});

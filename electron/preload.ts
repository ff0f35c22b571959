import { contextBridge, ipcRenderer } from 'electron';
import { channelName, channelNames, eventChannel, eventNames, requestChannel } from '../shared/ipc/channels';

/**
 * `window.desktop`, derived from the list of channels alone: one function per channel, and `on` for the events of the
 * list. The page never sees `ipcRenderer` or an event object.
 */
const requests = Object.fromEntries(
  Object.entries(channelNames).map(([area, methods]) => [
    area,
    Object.fromEntries(
      methods.map((method) => [
        method,
        (input?: unknown): Promise<unknown> => ipcRenderer.invoke(requestChannel, channelName(area, method), input),
      ]),
    ),
  ]),
);

function on(name: unknown, listener: unknown): () => void {
  const known = eventNames.find((event) => event === name);
  if (known === undefined || typeof listener !== 'function') throw new TypeError('unknown event');
  const wrapped = (_event: unknown, data: unknown): void => {
    (listener as (data: unknown) => void)(data);
  };
  ipcRenderer.on(eventChannel(known), wrapped);
  return () => {
    ipcRenderer.off(eventChannel(known), wrapped);
  };
}

contextBridge.exposeInMainWorld('desktop', { ...requests, on });

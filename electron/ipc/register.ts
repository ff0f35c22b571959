import { ipcMain, type WebContents } from 'electron';
import { eventChannel, requestChannel, type EventName } from '../../shared/ipc/channels';
import type { EventData } from '../../shared/ipc/contract';
import type { AnswerCall } from './answer-call';

/** Opens the one door between page and main. No other file uses `ipcMain`. */
export function registerIpc(answerCall: AnswerCall): void {
  ipcMain.handle(requestChannel, (event, name: unknown, input: unknown) => answerCall(event.senderFrame, name, input));
}

/** Sends an event to the page; one that is going away or has crashed asks again when it is back. */
export function sendEvent<E extends EventName>(contents: WebContents, name: E, data: EventData[E]): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(eventChannel(name), data);
}

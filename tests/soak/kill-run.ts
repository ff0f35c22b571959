import { rm } from 'node:fs/promises';
import { subjectKey } from '../../shared/domain/actions/action';
import { dossierPayloads } from '../../shared/domain/actions/dossier-actions';
import {
  createAppFolders,
  indexedDbFolder,
  practicePassword,
  removeAppFolders,
  type AppFolders,
} from '../support/app-folders';
import { numberedCitizen } from '../support/citizen-cards';
import { countDossiers, readJournal, readSyncStatus } from '../support/desktop-bridge';
import { killGroup, launchApp, type RunningApp } from '../support/launch-app';
import { openFrame } from '../support/pages/frame';
import { openIntake } from '../support/pages/intake-page';
import { officerPlaces, openUnlockPage } from '../support/pages/unlock-page';
import { startProvince } from '../support/province';

/** What a run of kills found. */
export interface KillReport {
  /** Kills that came in time. */
  readonly kills: number;
  /** Kills that came too late after "Đã lưu" to count; they were repeated. */
  readonly late: number;
  /** Codes of dossiers that were shown as saved and were gone after the restart. */
  readonly lost: readonly string[];
  /** Codes that were given a second time. */
  readonly repeatedCodes: readonly string[];
  /** Restarts whose screen did not say that everything was restored, or that spoke of a first run; waiting acts that were missing. */
  readonly wrongWords: readonly string[];
  /** Longest time from the words on the screen to the kill. */
  readonly slowestKillMs: number;
}

/** How a run is done. */
export interface KillRequest {
  readonly kills: number;
  /** Folder of another build; the checkout's app by default. */
  readonly appFolder?: string;
  readonly tell: (line: string) => void;
}

/** A kill later than this after the words on the screen proves nothing. */
const IN_TIME_MS = 50;
const WORDS_MS = 30_000;

/** A dossier the screen called saved. */
interface Shown {
  readonly id: string;
  readonly code: string;
}

type Held = ReturnType<typeof countDossiers>;

/** What earlier rounds left, as the next start must find it. */
interface Expected {
  readonly shown: readonly Shown[];
  /** Dossiers that were there before the first kill. */
  readonly others: Held;
}

/**
 * Receives a dossier, kills the app in the moment it says "Đã lưu", deletes the page's whole store, starts again without a
 * line and looks whether everything is back; as often as asked.
 */
export async function runKills(request: KillRequest): Promise<KillReport> {
  const { folders, others } = await prepare(request);
  const started: RunningApp[] = [];
  const shown: Shown[] = [];
  const lost = new Map<string, string>();
  const wrongWords: string[] = [];
  let [late, slowestKillMs] = [0, 0];
  const restart = async (): Promise<RunningApp> => {
    const running = await launchApp({ folders, ...pickApp(request) });
    started.push(running);
    const found = await checkRestart(running, { shown, others });
    wrongWords.push(...found.wrongWords);
    for (const { id, code } of found.lost) lost.set(id, code);
    return running;
  };
  try {
    while (shown.length < request.kills + late) {
      const running = await restart();
      const { killMs, ...dossier } = await receiveAndKill(running, shown.length);
      shown.push(dossier);
      if (killMs > IN_TIME_MS) late += 1;
      else slowestKillMs = Math.max(slowestKillMs, killMs);
      request.tell(
        `${String(shown.length)}: ${dossier.code}, killed after ${String(killMs)} ms; lost so far: ${String(lost.size)}`,
      );
      await rm(indexedDbFolder(folders), { recursive: true, force: true });
      // Far off the plan: the machine is too busy for this measurement.
      if (late > request.kills) throw new Error('most kills came too late after the words on the screen');
    }
    await (await restart()).kill();
  } finally {
    await Promise.all(started.map((running) => running.kill()));
    await removeAppFolders(folders);
  }
  const codes = shown.map(({ code }) => code);
  const repeatedCodes = codes.filter((code, index) => codes.indexOf(code) !== index);
  return { kills: shown.length - late, late, lost: [...lost.values()], repeatedCodes, wrongWords, slowestKillMs };
}

function pickApp({ appFolder }: KillRequest): { appFolder?: string } {
  return appFolder === undefined ? {} : { appFolder };
}

/** An installation with codes for today, and then no province any more. */
async function prepare(request: KillRequest): Promise<{ readonly folders: AppFolders; readonly others: Held }> {
  const province = await startProvince();
  try {
    const folders = await createAppFolders({ province: province.line });
    return { folders, others: await fetchCodes(request, folders) };
  } finally {
    await province.remove();
  }
}

/** Starts the app once with a line. Gives the dossiers that came with the codes. */
async function fetchCodes(request: KillRequest, folders: AppFolders): Promise<Held> {
  const running = await launchApp({ folders, ...pickApp(request) });
  try {
    const { page } = running;
    await openUnlockPage(page).enter(officerPlaces.counter, practicePassword);
    await waitUntil(async () => (await readSyncStatus(page)).codesLeft.today > 0);
    await waitUntil(async () => countDossiers(await readJournal(page)).all > 0);
    const others = countDossiers(await readJournal(page));
    await running.close();
    return others;
  } finally {
    await running.kill();
  }
}

function sayRestored(own: number, online: number): string {
  const apart = online > 0 ? `, ${String(online)} hồ sơ trực tuyến chờ` : '';
  return `Đã khôi phục ${String(own)} hồ sơ${apart} từ nhật ký của máy này.`;
}

async function checkRestart(
  { page }: RunningApp,
  { shown, others }: Expected,
): Promise<{ readonly lost: readonly Shown[]; readonly wrongWords: readonly string[] }> {
  const wrongWords: string[] = [];
  const unlock = openUnlockPage(page);
  if (!(await unlock.heading.isVisible())) wrongWords.push(`start ${String(shown.length)}: no lock screen`);
  await unlock.signIn(officerPlaces.counter, practicePassword);
  await unlock.openingGreeting.waitFor();
  const codes = new Map(
    (await readJournal(page))
      .flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []))
      .filter(({ kind }) => kind === 'DossierReceived')
      .map(({ subject, payload }) => [subjectKey(subject), dossierPayloads.DossierReceived.parse(payload).code.value]),
  );
  const lost = shown.filter(({ id, code }) => codes.get(subjectKey({ type: 'dossier', id })) !== code);
  if (shown.length > 0 && lost.length === 0) {
    const restored = page.getByText(sayRestored(shown.length + others.all - others.online, others.online));
    const waiting = page.getByText(`${String(shown.length)} hồ sơ chưa gửi được về tỉnh`);
    for (const [words, place] of [
      ['restored', restored],
      ['waiting', waiting],
    ] as const) {
      await place
        .waitFor({ timeout: 10_000 })
        .catch(() => wrongWords.push(`start ${String(shown.length)}: “${words}” is not said`));
    }
  }
  await unlock.begin();
  await openFrame(page).rail.waitFor();
  return { lost, wrongWords };
}

async function receiveAndKill(running: RunningApp, n: number): Promise<Shown & { readonly killMs: number }> {
  const { page } = running;
  const intake = openIntake(page);
  await intake.scanCard(numberedCitizen(n));
  await intake.chooseProcedure('tinh trang hon nhan', 'Xác nhận tình trạng hôn nhân');
  const words = await armKill(running);
  // The app may well be dead before the key is up again.
  const pressed = intake.receive().catch(() => undefined);
  const { sentence, id, killMs } = await words();
  await pressed;
  await running.kill();
  const code = /(?:mã|số tạm) (\S+)/u.exec(sentence)?.[1];
  if (code === undefined) throw new Error(`no code in “${sentence}”`);
  return { id, code, killMs };
}

interface Kill {
  readonly id: string;
  readonly sentence: string;
  readonly killMs: number;
}

/** Kills in the very callback that brings the words; nothing is waited for in between. Gives the promise of that kill. */
async function armKill({ page, pid }: RunningApp): Promise<() => Promise<Kill>> {
  const { promise, resolve, reject } = makePromise<Kill>();
  await page.exposeFunction('qmcSaved', (sentence: string, id: string, at: number) => {
    killGroup(pid);
    resolve({ sentence, id, killMs: Date.now() - at });
  });
  // The page tells as soon as the words are in its document, before they are painted.
  await page.evaluate(`{
    const watch = new MutationObserver(() => {
      const heading = [...document.querySelectorAll('h2')].find((each) => each.textContent.startsWith('Đã lưu'));
      if (heading === undefined) return;
      watch.disconnect();
      qmcSaved(heading.textContent, heading.closest('[data-dossier]').dataset.dossier, Date.now());
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  }`);
  return () => {
    const timer = setTimeout(() => reject(new Error('“Đã lưu” never came')), WORDS_MS);
    return promise.finally(() => clearTimeout(timer));
  };
}

function makePromise<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('what was waited for did not come about');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

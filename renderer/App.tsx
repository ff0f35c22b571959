import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { IpcError } from '../shared/ipc/messages';
import { describeIpcError } from '../shared/text/error-sentences';
import { usePreferences } from './preferences.store';
import type { PageSurroundings } from './page-surroundings';
import { connectSession, prepareWork } from './session';
import { useSession } from './session.store';
import { Door } from './shell/Door';
import { reportFault } from './shell/report-fault';
import { ErrorBoundary, type Language, Notice, ScanProvider, setLanguage, ShortcutProvider, t, UiLocale } from './ui';

const fetchWorkplace = () => import('./shell/Workplace');
const Workplace = lazy(async () => ({ default: (await fetchWorkplace()).Workplace }));

/** Fetches the rest of the program once the lock screen is painted, so that it is there before the password is typed. */
function useWorkAhead(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined;
    let isGone = false;
    const drawn = requestAnimationFrame(() => {
      // The words are painted when their fonts are here: nothing else is read beside them.
      void document.fonts.ready.then(() => (isGone ? undefined : Promise.all([prepareWork(), fetchWorkplace()])));
    });
    return () => {
      isGone = true;
      cancelAnimationFrame(drawn);
    };
  }, [isReady]);
}

/** Connects with main while mounted; the error is shown, because without main there is nothing. */
function useConnection(page: PageSurroundings): IpcError | undefined {
  const [failure, setFailure] = useState<IpcError>();
  useEffect(() => {
    let isGone = false;
    let disconnect: (() => void) | undefined;
    void connectSession(page).then((connected) => {
      if (!connected.ok) setFailure(connected.error);
      else if (isGone) connected.value();
      else disconnect = connected.value;
    });
    return () => {
      isGone = true;
      disconnect?.();
    };
  }, [page]);
  return failure;
}

/** Puts theme, size and language on the page; gives the language once its words are ready. */
function useLook(): Language | undefined {
  const { theme, size, language } = usePreferences();
  const [spoken, setSpoken] = useState<Language>();
  useEffect(() => {
    const { documentElement } = document;
    documentElement.dataset['theme'] = theme;
    documentElement.dataset['size'] = size;
    documentElement.lang = language;
    void setLanguage(language).then(() => {
      setSpoken(language);
    });
  }, [theme, size, language]);
  return spoken;
}

/** The app: before the work, and at work. */
export function App({ page }: { readonly page: PageSurroundings }): ReactNode {
  const language = useLook();
  const failure = useConnection(page);
  const phase = useSession((session) => session.phase);
  useWorkAhead(phase !== 'starting');
  const [secretScans, setSecretScans] = useState(0);
  const [isStarting, setStarting] = useState(false);
  if (failure) return <Notice tone="danger" title={t(describeIpcError(failure))} />;
  if (language === undefined) return null;
  return (
    <UiLocale key={language} language={language}>
      <ErrorBoundary onFault={reportFault}>
        <ShortcutProvider>
          <ScanProvider
            onSecretBurst={() => {
              setSecretScans((count) => count + 1);
            }}
          >
            {phase === 'unlocked' ? (
              <Suspense fallback={null}>
                <Workplace
                  page={page}
                  isStarting={isStarting}
                  onStarted={() => {
                    setStarting(false);
                  }}
                />
              </Suspense>
            ) : (
              <Door
                page={page}
                wasScanned={secretScans > 0}
                onColdStart={() => {
                  setStarting(true);
                }}
              />
            )}
          </ScanProvider>
        </ShortcutProvider>
      </ErrorBoundary>
    </UiLocale>
  );
}

import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { PrintJobNews } from '../../../shared/ipc/messages';

/** Hears what becomes of print jobs. */
export interface JobNews {
  /** Takes the news of one job, also what came before its id was known, until it is done. */
  readonly follow: (jobId: string | null, take: (news: PrintJobNews) => void) => void;
  readonly stop: () => void;
}

/** Begins to listen before the order is given: a quick printer may be done before the answer with the job's id is here. */
export function hearJobs(desktop: DesktopBridge): JobNews {
  const early: PrintJobNews[] = [];
  let take = (news: PrintJobNews): void => {
    early.push(news);
  };
  const stop = desktop.on('printJobChanged', (news) => {
    take(news);
  });
  return {
    follow: (jobId, tell) => {
      if (jobId === null) {
        stop();
        return;
      }
      take = (news) => {
        if (news.jobId !== jobId) return;
        if (news.end === 'done') stop();
        tell(news);
      };
      early.forEach(take);
    },
    stop,
  };
}

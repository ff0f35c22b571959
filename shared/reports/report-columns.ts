import type { ReportColumn } from './report-data';

type Kind = ReportColumn['kind'];

function columnOf(kind: Kind, usualWidth: number) {
  return (header: string, width = usualWidth, group?: string): ReportColumn => ({
    header,
    width,
    kind,
    ...(group === undefined ? {} : { group }),
  });
}

/** Columns by kind of value: head, width in characters, and the head above it and its neighbours. */
export const column = {
  text: columnOf('text', 20),
  count: columnOf('integer', 10),
  money: columnOf('money', 14),
  decimal: columnOf('decimal', 11),
  percent: columnOf('percent', 11),
  instant: columnOf('instant', 15.5),
} as const;

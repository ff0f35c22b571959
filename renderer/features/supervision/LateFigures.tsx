import type { ReactNode } from 'react';
import { formatDay } from '../../../shared/base/time';
import type { LateFigure, LateList, LatePeriod } from '../../../shared/domain/late-lists';
import { lateRate } from '../../../shared/domain/late-lists';
import { t } from '../../ui';
import { type LateFilter, listFigures, spellRate } from './late-board';

interface LateFiguresProps {
  readonly list: LateList;
  readonly days: LatePeriod;
  readonly value: LateFilter;
  readonly onChange: (filter: LateFilter) => void;
}

const readings = ['inPeriod', 'cumulative'] as const;
const parts = ['late', 'open', 'recordOnly'] as const;

/** Both readings by channel; every number opens the rows it counts. */
export function LateFigures({ list, days, value, onChange }: LateFiguresProps): ReactNode {
  return (
    <div className="figures-frame">
      <table className="figures tabular text-small">
        <caption className="muted">{t('leader.late.figures')}</caption>
        <thead>
          <tr>
            <td />
            {readings.map((reading) => (
              <th key={reading} colSpan={5} scope="colgroup">
                {t(`leader.late.${reading}`, { from: formatDay(days.from), to: formatDay(days.to) })}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {readings.flatMap((reading) => [
              ...parts.map((part) => (
                <th key={`${reading}-${part}`} scope="col">
                  {t(`leader.late.part.${part}`)}
                </th>
              )),
              <th key={`${reading}-of`} scope="col">
                {t('leader.late.part.of')}
              </th>,
              <th key={`${reading}-rate`} scope="col">
                {t('leader.late.part.rate')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {listFigures(list).map(({ channel, ...figures }) => (
            <tr key={channel ?? 'all'}>
              <th scope="row">{t(channel === null ? 'leader.late.allChannels' : `intake.channel.${channel}`)}</th>
              {readings.map((reading) => (
                <FigureCells
                  key={reading}
                  figure={figures[reading]}
                  of={{ ...value, reading, channel, cause: null }}
                  value={value}
                  onChange={onChange}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureCellsProps {
  readonly figure: LateFigure;
  readonly of: LateFilter;
  readonly value: LateFilter;
  readonly onChange: (filter: LateFilter) => void;
}

function FigureCells({ figure, of, value, onChange }: FigureCellsProps): ReactNode {
  const isHere = value.reading === of.reading && value.channel === of.channel;
  return (
    <>
      {parts.map((part) => (
        <td key={part}>
          <button
            type="button"
            className="figure"
            aria-pressed={isHere && value.part === part}
            onClick={() => {
              onChange({ ...of, part });
            }}
          >
            {figure[part]}
          </button>
        </td>
      ))}
      <td>{figure.of}</td>
      <td>{spellRate(lateRate(figure))}</td>
    </>
  );
}

import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language-context.tsx';
import { type Month, monthName } from './months.ts';
import { usePageWords } from './words.ts';

const columnWidth = 40;
const barWidth = 24;
const height = 120;
const shortest = 2;

/** Bars, one a month. The table below it says the same to those who cannot see it. */
export function IncomeChart({ months }: { months: readonly Month[] }) {
  const words = usePageWords();
  const format = useFormat();
  const { language } = useLanguage();
  const most = Math.max(...months.map(({ total }) => Number(total.amount)), 1);
  return (
    <figure className="income-chart" aria-hidden="true">
      <figcaption className="visually-hidden">{words.chart}</figcaption>
      <svg viewBox={`0 0 ${months.length * columnWidth} ${height + 24}`} role="presentation">
        {months.map(({ month, sales, total }, place) => {
          const tall = sales === 0 ? 0 : Math.max(shortest, (Number(total.amount) / most) * height);
          const left = place * columnWidth + (columnWidth - barWidth) / 2;
          return (
            <g key={month}>
              <title>{`${monthName(month, language, 'long')}: ${format.money(total)}, ${words.count(sales)}`}</title>
              <rect className="income-bar" x={left} y={height - tall} width={barWidth} height={tall} />
              <text x={left + barWidth / 2} y={height + 17}>
                {monthName(month, language, 'short')}
              </text>
            </g>
          );
        })}
        <line className="income-ground" x1="0" x2={months.length * columnWidth} y1={height} y2={height} />
      </svg>
    </figure>
  );
}

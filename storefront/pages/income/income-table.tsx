import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language-context.tsx';
import { type Month, monthName, sumOf } from './months.ts';
import { usePageWords } from './words.ts';

/** The months with their sales and income, the latest first, and their sum. */
export function IncomeTable({ months }: { months: readonly Month[] }) {
  const words = usePageWords();
  const format = useFormat();
  const { language } = useLanguage();
  const sales = months.reduce((all, month) => all + month.sales, 0);
  return (
    <table className="income-table">
      <caption className="visually-hidden">{words.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col">{words.sales}</th>
          <th scope="col">{words.income}</th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(each => (
          <tr key={each.month}>
            <th scope="row">{monthName(each.month, language, 'long')}</th>
            <td>{format.number(each.sales)}</td>
            <td>{format.money(each.total)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{format.number(sales)}</td>
          <td>{format.money(sumOf(months))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

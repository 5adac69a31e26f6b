import type { Language } from '../../i18n/language.ts';
import type { IncomePageQuery } from './income.generated.ts';

/** A month and what it brought. */
export type Month = NonNullable<NonNullable<IncomePageQuery['me']>['income']>[number];

/** A month, YYYY-MM, as a language calls it: in full, or in some letters. */
export function monthName(month: string, language: Language, style: 'long' | 'short'): string {
  const options = { timeZone: 'UTC', month: style, ...(style === 'long' && { year: 'numeric' as const }) };
  return new Intl.DateTimeFormat(language, options).format(new Date(`${month}-01T00:00:00Z`));
}

/** The sum of the months. Amounts are exact to the cent as far as a number holds them. */
export function sumOf(months: readonly Month[]): Month['total'] {
  const decimals = months[0]?.total.amount.split('.')[1]?.length ?? 0;
  const sum = months.reduce((all, { total }) => all + Number(total.amount), 0);
  return { amount: sum.toFixed(decimals), currencyCode: months[0]?.total.currencyCode ?? 'USD' };
}

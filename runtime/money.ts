/** Amounts are whole minor units (cents of USD) inside; at the edge they are exact decimal strings. */
export interface Currency {
  /** ISO 4217. */
  code: string;
  /** Decimals of a major unit: 2 for USD, 0 for JPY, 3 for KWD. */
  decimals: number;
}

/** The currency with that ISO 4217 code; undefined where there is none. */
export function currencyOf(code: string): Currency | undefined {
  if (!Intl.supportedValuesOf('currency').includes(code)) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return { code, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** Minor units of a decimal string; undefined when it has more decimals than the currency or is beyond 2^53. */
export function toMinorUnits(decimal: string, currency: Currency): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.replace(/0+$/, '').length > currency.decimals) return undefined;
  const digits = whole + fraction.slice(0, currency.decimals).padEnd(currency.decimals, '0');
  const units = Number(sign + digits);
  return Number.isSafeInteger(units) ? units : undefined;
}

/** Minor units as the Money type of the graph. */
export function toMoney(
  units: number,
  { code, decimals }: Currency,
): { amount: string; currencyCode: string } {
  const sign = units < 0 ? '-' : '';
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return { amount: `${sign}${whole}${decimals > 0 ? `.${fraction}` : ''}`, currencyCode: code };
}

const separators = /[\s\u2010-\u2015-]/g;

const weighted = (digits: string, weightOf: (index: number) => number): number =>
  Array.from(digits).reduce(
    (sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weightOf(index),
    0,
  );

const weight13 = (index: number) => (index % 2 === 0 ? 1 : 3);
const weight10 = (index: number) => 10 - index;

const checkDigit13 = (body: string) => String((10 - (weighted(body, weight13) % 10)) % 10);

function checkDigit10(body: string): string {
  const check = (11 - (weighted(body, weight10) % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The digits of an ISBN-10 or ISBN-13 (the last of ten may be X), hyphens and blanks left out; undefined for anything else. */
export function isbnDigits(text: string): string | undefined {
  const digits = text.replace(separators, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return weighted(digits, weight13) % 10 === 0 ? digits : undefined;
  if (/^\d{9}[\dX]$/.test(digits)) return weighted(digits, weight10) % 11 === 0 ? digits : undefined;
  return undefined;
}

/** The ISBN-13, digits alone, of what somebody wrote as ISBN-10 or ISBN-13; undefined when it is neither. */
export function toIsbn13(text: string): string | undefined {
  const digits = isbnDigits(text);
  if (digits?.length !== 10) return digits;
  const body = `978${digits.slice(0, 9)}`;
  return body + checkDigit13(body);
}

/** The ways in which an ISBN-13 is written, digits alone: itself, and as ISBN-10 where it has one. */
export function isbnForms(isbn13: string): string[] {
  if (!isbn13.startsWith('978')) return [isbn13];
  const body = isbn13.slice(3, 12);
  return [isbn13, body + checkDigit10(body)];
}

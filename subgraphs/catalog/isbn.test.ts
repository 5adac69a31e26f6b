import { expect, test } from '@jest/globals';
import { isbnForms, toIsbn13 } from './isbn.ts';

test.each([
  ['9780439023481', '9780439023481'],
  ['978-0-439-02348-1', '9780439023481'],
  ['0-439-02348-3', '9780439023481'],
  ['080442957X', '9780804429573'],
  ['0 8044 2957 x', '9780804429573'],
  ['9791034304561', '9791034304561'],
])('%s is an ISBN', (text, isbn13) => expect(toIsbn13(text)).toBe(isbn13));

test.each(['', '9780439023482', '0439023484', '978043902348', 'X804429570', '9770439023481', '043902348Y'])(
  '%s is none',
  text => expect(toIsbn13(text)).toBeUndefined(),
);

test('an ISBN-13 is written in ten digits too, where it has such a form', () => {
  expect(isbnForms('9780439023481')).toEqual(['9780439023481', '0439023483']);
  expect(isbnForms('9780804429573')).toEqual(['9780804429573', '080442957X']);
  expect(isbnForms('9791034304561')).toEqual(['9791034304561']);
});

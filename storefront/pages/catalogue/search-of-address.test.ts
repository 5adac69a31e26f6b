import { expect, test } from '@jest/globals';
import { countsQuery, filterOf, sortOf, wordsOf } from './search-of-address.ts';

const at = (search: string) => new URLSearchParams(search);

test('an address says what is searched, how it is narrowed and sorted', () => {
  const search = at(
    'q=+borges+&condition=GOOD&condition=FINE&language=es&subject=poetry&priceMax=12,5&sort=TITLE',
  );
  expect(wordsOf(search)).toBe('borges');
  expect(sortOf(search)).toBe('TITLE');
  expect(filterOf(search)).toEqual({
    conditions: ['GOOD', 'FINE'],
    languages: ['es'],
    subjects: ['poetry'],
    priceMin: null,
    priceMax: '12.5',
    inStock: null,
  });
});

test('what the API would refuse narrows nothing', () => {
  const search = at('q=&condition=LOVELY&priceMin=cheap&priceMax=-1&sort=COLOUR&inStock=maybe');
  expect(wordsOf(search)).toBeNull();
  expect(sortOf(search)).toBe('RELEVANCE');
  expect(filterOf(search)).toMatchObject({ conditions: [], priceMin: null, priceMax: null, inStock: null });
});

test('a facet is counted as if it narrowed nothing itself', () => {
  const { variables } = countsQuery(at('condition=GOOD&language=es'));
  expect(variables.anyCondition).toMatchObject({ conditions: [], languages: ['es'] });
  expect(variables.anyLanguage).toMatchObject({ conditions: ['GOOD'], languages: [] });
  expect(variables.anySubject).toMatchObject({ conditions: ['GOOD'], languages: ['es'] });
});

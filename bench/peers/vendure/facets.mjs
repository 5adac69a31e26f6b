const names = { condition: 'Condition', language: 'Language', subject: 'Subject' };
const languageCode = 'en';

const valuesOf = (books, facet) => {
  const all = books.flatMap(book => (facet === 'subject' ? book.subjects : [book[facet]]));
  return [...new Set(all.filter(Boolean))];
};

/** Makes the facets that the books have, by the admin API; a function that tells the ids of a book's facets and of their values. */
export async function makeFacets(admin, books) {
  const ids = new Map();
  for (const [code, name] of Object.entries(names)) {
    const values = valuesOf(books, code);
    const { createFacet } = await admin.ask(
      'mutation($input: CreateFacetInput!) { createFacet(input: $input) { id values { id name } } }',
      {
        input: {
          code,
          isPrivate: false,
          translations: [{ languageCode, name }],
          values: values.map((value, number) => ({
            code: `${code}-${number}`,
            translations: [{ languageCode, name: value }],
          })),
        },
      },
    );
    for (const { id, name: value } of createFacet.values)
      ids.set(`${code} ${value}`, { facet: createFacet.id, value: id });
  }
  return ({ condition, language, subjects }) => {
    const keys = [
      `condition ${condition}`,
      `language ${language}`,
      ...subjects.map(subject => `subject ${subject}`),
    ];
    const found = keys.flatMap(key => ids.get(key) ?? []);
    return {
      facetIds: [...new Set(found.map(({ facet }) => facet))],
      valueIds: found.map(({ value }) => value),
    };
  };
}

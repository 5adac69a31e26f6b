const operations = import.meta.glob<string>('./tabs/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('./tabs/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The tabs of a first visit, in the order of their file names: an operation and its variables. */
export const tabs = Object.entries(operations)
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([path, query]) => ({ query, variables: variables[path.replace('.graphql', '.json')] ?? null }));

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { openAdminApi } from './admin-api.mjs';
import { configOf } from './config.mjs';
import { makeFacets } from './facets.mjs';

// Fills an empty Vendure with the books of a file, one product with one variant each, in the file's order, and with customers
// who can log in; makes its search index; ends with 0 when all is there.

const { bootstrap, ChannelService, FastImporterService, JobQueueService, Populator, TransactionalConnection } =
  createRequire(import.meta.url)('@vendure/core');

const { books, customers } = JSON.parse(readFileSync(process.env.BOOKS_FILE, 'utf8'));
const languageCode = 'en';
const atOnce = 16;
const indexMilliseconds = 30 * 60_000;

const initialData = {
  defaultLanguage: languageCode,
  defaultZone: 'Americas',
  countries: [{ name: 'Colombia', code: 'CO', zone: 'Americas' }],
  taxRates: [{ name: 'No tax', percentage: 0 }],
  shippingMethods: [{ name: 'Post', price: 5000 }],
  paymentMethods: [
    {
      name: 'Card',
      handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] },
    },
  ],
  collections: [],
};

const config = configOf({ synchronize: true });
const app = await bootstrap(config);
await app.get(Populator).populateInitialData(initialData);
const { rawConnection } = app.get(TransactionalConnection);
const [taxCategory] = await rawConnection.query('SELECT id FROM tax_category LIMIT 1');
if (!taxCategory) throw new Error('Vendure has no tax category: its initial data could not be written.');
const { identifier: username, password } = config.authOptions.superadminCredentials;
const admin = await openAdminApi(`http://127.0.0.1:${config.apiOptions.port}`, { username, password });

const facetValueIdsOf = await makeFacets(admin, books);
const importer = app.get(FastImporterService);
await importer.initialize(await app.get(ChannelService).getDefaultChannel());

const importVariant = (productId, { number, title, cents, stock }) =>
  importer.createProductVariant({
    productId,
    sku: `BOOK-${number}`,
    price: cents,
    stockOnHand: stock,
    taxCategoryId: taxCategory.id,
    facetValueIds: [],
    optionIds: [],
    translations: [{ languageCode, name: title }],
  });

for (let first = 0; first < books.length; first += atOnce) {
  const group = books.slice(first, first + atOnce).map((book, index) => ({ ...book, number: first + index }));
  const productIds = [];
  // One after the other: a list of the newest goes by their ids.
  for (const book of group)
    productIds.push(
      await importer.createProduct({
        enabled: true,
        facetValueIds: facetValueIdsOf(book),
        customFields: { sellerName: book.sellerName },
        translations: [
          {
            languageCode,
            name: book.title,
            slug: `book-${book.number}`,
            description: [...book.authors, book.description ?? ''].join(' ').trim(),
          },
        ],
      }),
    );
  await Promise.all(group.map((book, index) => importVariant(productIds[index], book)));
  if (first % (atOnce * 100) === 0) console.log(`${first} books`);
}

for (const { email, password: theirs, name } of customers)
  await admin.ask(
    `mutation($input: CreateCustomerInput!, $password: String!) { createCustomer(input: $input, password: $password) {
      __typename ... on ErrorResult { message } } }`,
    { input: { emailAddress: email, firstName: name, lastName: 'Reader' }, password: theirs },
  );

// A change of stock asks for its variant to be indexed, one job each, five a second: the index of all is made below.
await rawConnection.query('DELETE FROM job_record');
await app.get(JobQueueService).start();
const { reindex } = await admin.ask('mutation { reindex { id } }');
const deadline = Date.now() + indexMilliseconds;
for (;;) {
  const { job } = await admin.ask('query($id: ID!) { job(jobId: $id) { state isSettled error } }', {
    id: reindex.id,
  });
  if (job.state === 'COMPLETED') break;
  if (job.isSettled || Date.now() > deadline)
    throw new Error(`Vendure's search index was not made: ${JSON.stringify(job)}`);
  await delay(1_000);
}
const [{ indexed }] = await rawConnection.query('SELECT COUNT(*) AS indexed FROM search_index_item');
if (Number(indexed) !== books.length) throw new Error(`Vendure indexed ${indexed} books of ${books.length}.`);
console.log(`${books.length} books, ${customers.length} customers`);
await app.close();
process.exit(0);

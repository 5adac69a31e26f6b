import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { openAdminApi } from './admin-api.mjs';
import { configOf } from './config.mjs';
import { makeFacets } from './facets.mjs';
import { multiply, wordsOf } from './multiply.mjs';

// Fills an empty Vendure with the books of a file, one product with one variant each, in the file's order, and with customers
// who can log in; makes its search index; ends with 0 when all is there. The first books are written by Vendure's services, the
// others straight into its tables as those are.

const {
  bootstrap,
  ChannelService,
  FastImporterService,
  JobQueueService,
  Populator,
  TransactionalConnection,
} = createRequire(import.meta.url)('@vendure/core');

const { books, customers } = JSON.parse(readFileSync(process.env.BOOKS_FILE, 'utf8'));
const languageCode = 'en';
const indexMilliseconds = 5 * 60_000;
const customersAtOnce = 4;
// More than any page of the bench shows; the others are written as these were.
const byServices = 100;

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

const facetsOf = await makeFacets(admin, books);
const importer = app.get(FastImporterService);
await importer.initialize(await app.get(ChannelService).getDefaultChannel());

// One after the other: a list of the newest goes by their ids.
async function importBook(book) {
  const { name, slug, sku, description } = wordsOf(book);
  const productId = await importer.createProduct({
    enabled: true,
    facetValueIds: facetsOf(book).valueIds,
    customFields: { sellerName: book.sellerName },
    translations: [{ languageCode, name, slug, description }],
  });
  await importer.createProductVariant({
    productId,
    sku,
    price: book.cents,
    stockOnHand: book.stock,
    taxCategoryId: taxCategory.id,
    facetValueIds: [],
    optionIds: [],
    translations: [{ languageCode, name }],
  });
}

const numbered = books.map((book, number) => ({ ...book, number }));
for (const book of numbered.slice(0, byServices)) await importBook(book);
console.log(`${Math.min(byServices, books.length)} books by Vendure's services`);

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
  await delay(500);
}
await multiply(rawConnection, numbered.slice(byServices), facetsOf);
const [{ indexed }] = await rawConnection.query('SELECT COUNT(*) AS indexed FROM search_index_item');
if (Number(indexed) !== books.length) throw new Error(`Vendure indexed ${indexed} books of ${books.length}.`);

for (let first = 0; first < customers.length; first += customersAtOnce)
  await Promise.all(
    customers.slice(first, first + customersAtOnce).map(({ email, password: theirs, name }) =>
      admin.ask(
        `mutation($input: CreateCustomerInput!, $password: String!) { createCustomer(input: $input, password: $password) {
          __typename ... on ErrorResult { message } } }`,
        { input: { emailAddress: email, firstName: name, lastName: 'Reader' }, password: theirs },
      ),
    ),
  );

// Statistics by which the optimizer chooses are those of the full tables.
for (const { tableName } of rawConnection.entityMetadatas)
  await rawConnection.query(`ANALYZE TABLE \`${tableName}\``);
console.log(`${books.length} books, ${customers.length} customers`);
process.exit(0);

const pageSize = 24;
const patienceMs = 10_000;
const booksQuery = `query NewestBooks($query: String, $first: Int) {
  books(query: $query, first: $first) {
    totalCount
    nodes { title authors language condition stock price { amount currencyCode } seller { name } }
  }
}`;

const form = document.querySelector('form');
const field = document.querySelector('#query');
const heading = document.querySelector('#heading');
const status = document.querySelector('#status');
const again = document.querySelector('#again');
const list = document.querySelector('#list');
let running = new AbortController();

/** The connection `books` of the API, best match first or, without a query, newest first. Throws when it fails. */
async function findBooks(query, signal) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: booksQuery, variables: { query: query || null, first: pageSize } }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
  });
  const { data } = await response.json();
  if (!data?.books) throw new Error('The API answered without books.');
  return data.books;
}

function textElement(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function words(enumValue) {
  const text = enumValue.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeStock(stock) {
  if (stock === 0) return 'Sold out';
  return stock === 1 ? '1 copy left' : `${stock} copies left`;
}

function bookItem({ title, authors, language, condition, stock, price, seller }) {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency: price.currencyCode });
  const item = document.createElement('li');
  const name = textElement('h3', 'title', title);
  name.dir = 'auto';
  if (language) name.lang = language;
  const by = textElement('p', 'authors', authors.join(', '));
  by.dir = 'auto';
  item.append(
    name,
    by,
    textElement('p', 'price', money.format(price.amount)),
    textElement('p', 'state', `${words(condition)} · ${describeStock(stock)}`),
    textElement(
      'p',
      'seller',
      seller ? `Sold by ${seller.name}` : 'The seller’s name is not available right now',
    ),
  );
  return item;
}

function describeResult(query, { totalCount, nodes }) {
  if (nodes.length === 0 && query) return `No book matches “${query}”. Try fewer or other words.`;
  if (nodes.length === 0) return 'No book is for sale yet. The first one can be published in the playground.';
  const total = totalCount ?? nodes.length;
  if (total > nodes.length) return `The ${query ? 'first' : 'newest'} ${nodes.length} of ${total} books`;
  return total === 1 ? '1 book' : `${total} books`;
}

/** Shows the books for the query in the address, in place of those of any earlier query. */
async function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  field.value = query;
  heading.textContent = query ? `Books for “${query}”` : 'Newest books';
  status.textContent = 'Looking for books …';
  again.hidden = true;
  list.replaceChildren();
  try {
    const books = await findBooks(query, signal);
    if (signal.aborted) return;
    status.textContent = describeResult(query, books);
    list.replaceChildren(...books.nodes.map(bookItem));
  } catch {
    if (signal.aborted) return;
    status.textContent =
      'The books cannot be shown at the moment: the store’s API does not answer as it should.';
    again.hidden = false;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const query = field.value.trim();
  history.pushState(null, '', query ? `/?q=${encodeURIComponent(query)}` : '/');
  show();
});
again.addEventListener('click', show);
addEventListener('popstate', show);
show();

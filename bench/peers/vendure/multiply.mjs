const rowsAtOnce = 1_000;

/** What a book is called and costs in Vendure, with its number in the file. */
export const wordsOf = ({ number, title, authors, description }) => ({
  name: title,
  slug: `book-${number}`,
  sku: `BOOK-${number}`,
  description: [...authors, description ?? ''].join(' ').trim(),
});

async function insertAll(connection, table, rows) {
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const group = rows.slice(first, first + rowsAtOnce);
    const columns = Object.keys(group[0]).map(name => `\`${name}\``);
    await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [
      group.map(row => Object.values(row)),
    ]);
  }
}

const tables = model => ({
  product: {
    where: { id: model.productId },
    rowOf: ({ productId, book }) => ({ id: productId, customFieldsSellername: book.sellerName }),
  },
  product_translation: {
    where: { baseId: model.productId },
    rowOf: ({ productId, words: { name, slug, description } }) => ({
      ...{ baseId: productId, name, slug, description },
    }),
  },
  product_channels_channel: {
    where: { productId: model.productId },
    rowOf: ({ productId }) => ({ productId }),
  },
  product_variant: {
    where: { id: model.variantId },
    rowOf: ({ productId, variantId, words: { sku } }) => ({ id: variantId, productId, sku }),
  },
  product_variant_translation: {
    where: { baseId: model.variantId },
    rowOf: ({ variantId, words: { name } }) => ({ baseId: variantId, name }),
  },
  product_variant_channels_channel: {
    where: { productVariantId: model.variantId },
    rowOf: ({ variantId }) => ({ productVariantId: variantId }),
  },
  product_variant_price: {
    where: { variantId: model.variantId },
    rowOf: ({ variantId, book }) => ({ variantId, price: book.cents }),
  },
  stock_level: {
    where: { productVariantId: model.variantId },
    rowOf: ({ variantId, book }) => ({ productVariantId: variantId, stockOnHand: book.stock }),
  },
  search_index_item: {
    where: { productVariantId: model.variantId },
    rowOf: ({ productId, variantId, book, words, facets }) => ({
      ...{ productId, productVariantId: variantId, price: book.cents, priceWithTax: book.cents },
      ...{ productName: words.name, productVariantName: words.name },
      ...{ description: words.description, slug: words.slug, sku: words.sku },
      ...{ facetIds: facets.facetIds.join(), facetValueIds: facets.valueIds.join() },
      ...{ inStock: book.stock > 0 ? 1 : 0, productInStock: book.stock > 0 ? 1 : 0 },
    }),
  },
});

async function onlyRow(connection, table, where) {
  const [[column, value]] = Object.entries(where);
  const rows = await connection.query(`SELECT * FROM \`${table}\` WHERE \`${column}\` = ?`, [value]);
  if (rows.length !== 1) throw new Error(`Vendure wrote ${rows.length} rows of ${table} for one book.`);
  return rows[0];
}

/** A row like another one, but for some columns; an id that is not among them is given by the database. */
function changed(model, changes, table) {
  const unknown = Object.keys(changes).filter(column => !(column in model));
  if (unknown.length > 0) throw new Error(`Vendure's table ${table} has no ${unknown.join(', ')}.`);
  const { id: _, ...others } = model;
  return { ...others, ...changes };
}

/**
 * Writes more books straight into Vendure's tables, as Vendure itself wrote its latest one, which is indexed: by its services ten
 * thousand take a quarter of an hour. Their prices are taken to be without tax.
 */
export async function multiply(connection, books, facetsOf) {
  const [{ productId, variantId }] = await connection.query(
    'SELECT productId, id AS variantId FROM product_variant ORDER BY productId DESC LIMIT 1',
  );
  const [{ latest }] = await connection.query('SELECT MAX(id) AS latest FROM product_variant');
  const all = books.map((book, index) => ({
    book,
    productId: Number(productId) + 1 + index,
    variantId: Number(latest) + 1 + index,
    words: wordsOf(book),
    facets: facetsOf(book),
  }));
  for (const [table, { where, rowOf }] of Object.entries(tables({ productId, variantId }))) {
    const model = await onlyRow(connection, table, where);
    await insertAll(
      connection,
      table,
      all.map(each => changed(model, rowOf(each), table)),
    );
  }
  await insertAll(
    connection,
    'product_facet_values_facet_value',
    all.flatMap(({ productId: id, facets }) =>
      facets.valueIds.map(facetValueId => ({ productId: id, facetValueId })),
    ),
  );
}

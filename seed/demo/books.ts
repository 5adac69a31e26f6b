import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { condition, type Offer } from '../offer.ts';

const directory = join(import.meta.dirname, 'books');

const book = z.strictObject({
  title: z.string().min(1),
  authors: z.array(z.string().min(1)).min(1),
  isbn: z
    .string()
    .regex(/^97[89]\d{10}$/)
    .nullable(),
  publisher: z.string().nullable(),
  publishedYear: z.int(),
  language: z.string(),
  subjects: z.array(z.string()).min(2).max(4),
  description: z.string(),
  offers: z
    .array(
      z.strictObject({
        seller: z.email(),
        condition,
        conditionNote: z.string().nullable(),
        price: z.string().regex(/^\d+\.\d\d$/),
        stock: z.int().min(1),
      }),
    )
    .min(1),
});

/** A title of the demo, with everybody's offer of it. */
export type DemoBook = z.infer<typeof book>;

/** Every title of the demo, theme by theme (a JSON file each), in the order of the files. */
export const demoBooks = (): DemoBook[] =>
  readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .sort()
    .flatMap(name => z.array(book).parse(JSON.parse(readFileSync(join(directory, name), 'utf8'))));

/** What the seller with that e-mail address offers in the demo. */
export const demoOffersOf = (email: string, books: readonly DemoBook[]): Offer[] =>
  books.flatMap(({ offers, ...title }) =>
    offers.filter(({ seller }) => seller === email).map(({ seller: _, ...copy }) => ({ ...title, ...copy })),
  );
